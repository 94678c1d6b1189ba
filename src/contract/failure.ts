import { type Detail, type ErrorCode, WorkbenchError } from '../core/error.ts'

export { type ErrorCode, WorkbenchError } from '../core/error.ts'

/** How an error crosses a port: its code and named values; `crash` for anything that is not a `WorkbenchError`. */
export interface Failure {
  readonly code: ErrorCode | 'crash'
  readonly detail: Detail
}

/** Packs any thrown value for a port. */
export function toFailure(error: unknown): Failure {
  if (error instanceof WorkbenchError) return { code: error.code, detail: error.detail }
  return {
    code: 'crash',
    detail: { message: error instanceof Error ? error.message : String(error) },
  }
}

/** Unpacks a failure into the error it was; a crash becomes a plain `Error`. */
export function fromFailure({ code, detail }: Failure): Error {
  return code === 'crash' ? new Error(String(detail['message'])) : new WorkbenchError(code, detail)
}
