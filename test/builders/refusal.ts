import { type Detail, type ErrorCode, WorkbenchError } from '../../src/core/error.ts'

/** The error an operation stops with; a `TypeError` and the like pass through. */
export function refusalOf(operation: () => unknown): { code: ErrorCode; detail: Detail } | null {
  try {
    operation()
    return null
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error
    return { code: error.code, detail: error.detail }
  }
}
