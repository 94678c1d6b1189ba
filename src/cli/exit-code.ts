import type { ErrorCode } from '../core/error.ts'

const DAMAGED: ReadonlySet<ErrorCode> = new Set([
  'workbook-not-a-workbook',
  'workbook-too-large',
  'workbook-altered',
  'workbook-no-trailer',
  'workbook-damaged',
  'workbook-foreign-schema',
  'workbook-too-new',
  'workbook-check-stopped',
  'workbook-limits',
  'workbook-table-damaged',
  'history-altered',
  'history-differs',
  'nothing-to-salvage',
])

const CONTESTED: ReadonlySet<ErrorCode> = new Set(['workbook-locked', 'workbook-changed-outside'])

/** The exit code of an error: 3 for a file that is not whole, 4 for one others hold, 2 for anything else. */
export function exitCodeOf(code: ErrorCode): number {
  if (DAMAGED.has(code)) return 3
  return CONTESTED.has(code) ? 4 : 2
}
