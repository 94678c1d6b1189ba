import { createContext, useCallback, useContext } from 'react'
import type { Params, Result } from '../../contract/methods.ts'
import type { CallWatch, EngineClient, WindowMethodName } from './engine-client.ts'

const EngineContext = createContext<EngineClient | null>(null)

/** Gives the components below an engine client. */
export const EngineProvider = EngineContext.Provider

/** The engine client of this window. */
export function useEngine(): EngineClient {
  const client = useContext(EngineContext)
  if (!client) throw new Error('no engine client above this component')
  return client
}

/** Binds one engine method to the open workbook. */
export function useMethod<M extends WindowMethodName>(
  method: M,
): (params: Params<M>, watch?: CallWatch) => Promise<Result<M>> {
  const engine = useEngine()
  return useCallback(
    (params: Params<M>, watch?: CallWatch) => engine.call(method, params, watch),
    [engine, method],
  )
}
