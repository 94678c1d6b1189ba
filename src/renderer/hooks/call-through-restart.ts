import type { Params, Result } from '../../contract/methods.ts'
import { WorkbenchError } from '../../core/error.ts'
import type { EngineClient, WindowMethodName } from './engine-client.ts'

/**
 * Asks the engine, and asks again once it is back where it died over the question; only for what leaves the same
 * plan when it is carried out twice.
 */
export async function callThroughRestart<M extends WindowMethodName>(
  engine: EngineClient,
  method: M,
  params: Params<M>,
): Promise<Result<M>> {
  try {
    return await engine.call(method, params)
  } catch (error) {
    if (!(error instanceof WorkbenchError) || error.code !== 'engine-stopped') throw error
    await engine.nextAttach()
    return engine.call(method, params)
  }
}
