import type { MethodName } from '../contract/methods.ts'
import { WorkbenchError } from '../core/error.ts'
import type { Caller, Handler } from './handlers/handler.ts'
import { HANDLERS } from './handlers/handlers.ts'
import { UNWATCHED, type Work } from './work.ts'
import type { Workbench } from './workbench.ts'

/** Parses a request in the engine, whatever its sender was compiled against, and carries it out. */
export async function dispatch(
  workbench: Workbench,
  caller: Caller,
  method: string,
  params: unknown,
  work: Work = UNWATCHED,
): Promise<unknown> {
  const handler = findHandler(method)
  if (!handler || (handler.caller === 'host' && caller !== 'host')) {
    throw new WorkbenchError('request-invalid', { method })
  }
  const parsed = handler.params.safeParse(params)
  if (!parsed.success) {
    throw new WorkbenchError('request-invalid', { method }, { cause: parsed.error })
  }
  return handler.run(workbench, parsed.data, work)
}

function findHandler(method: string): Handler<MethodName> | undefined {
  return Object.hasOwn(HANDLERS, method)
    ? (HANDLERS[method as MethodName] as unknown as Handler<MethodName>)
    : undefined
}
