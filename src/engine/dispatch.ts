import { z } from 'zod'
import type { MethodName, Params, Result } from '../contract/methods.ts'
import { WorkbenchError } from '../core/error.ts'
import { HANDLERS } from './handlers/handlers.ts'
import type { Workbench } from './workbench.ts'

/** Who asks: main may name paths, a window may not. */
export type Caller = 'host' | 'window'

/** One method: who may call it, what it takes, what it does. */
export interface Handler<M extends MethodName> {
  readonly caller: Caller
  readonly params: z.ZodType<Params<M>>
  run(workbench: Workbench, params: Params<M>): Result<M> | Promise<Result<M>>
}

/** Parses a request in the engine, whatever its sender was compiled against, and carries it out. */
export async function dispatch(
  workbench: Workbench,
  caller: Caller,
  method: string,
  params: unknown,
): Promise<unknown> {
  const handler = findHandler(method)
  if (!handler || (handler.caller === 'host' && caller !== 'host')) {
    throw new WorkbenchError('request-invalid', { method })
  }
  const parsed = handler.params.safeParse(params)
  if (!parsed.success) {
    throw new WorkbenchError('request-invalid', { method }, { cause: parsed.error })
  }
  return handler.run(workbench, parsed.data)
}

function findHandler(method: string): Handler<MethodName> | undefined {
  return Object.hasOwn(HANDLERS, method)
    ? (HANDLERS[method as MethodName] as unknown as Handler<MethodName>)
    : undefined
}
