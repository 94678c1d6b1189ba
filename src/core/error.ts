/** Why a field of a project or funding line refuses what was typed, or an entry cannot be changed. */
export type FieldErrorCode =
  | 'field-unknown'
  | 'field-missing'
  | 'field-text'
  | 'field-year'
  | 'field-date'
  | 'field-choice'
  | 'field-ratio'
  | 'programme-unknown'
  | 'programme-below'
  | 'code-taken'
  | 'years-reversed'
  | 'reserve-above-ceiling'
  | 'entry-held'

/** Why an operation stopped; `wording.ts` has a Vietnamese and an English sentence for each code. */
export type ErrorCode =
  | FieldErrorCode
  | 'amount-empty'
  | 'amount-invalid'
  | 'amount-grouping'
  | 'amount-negative'
  | 'amount-not-whole'
  | 'amount-too-large'
  | 'amount-division-by-zero'
  | 'amount-foreign-digits'
  | 'amount-variable-unknown'
  | 'amount-expression'
  | 'change-conflict'
  | 'cell-held'
  | 'row-held'
  | 'column-held'
  | 'total-held'
  | 'cell-computed'
  | 'block-beyond'
  | 'spread-below-held'
  | 'spread-nowhere'
  | 'flag-not-raised'
  | 'waiver-reason-missing'
  | 'waiver-unknown'
  | 'policy-key-unknown'
  | 'policy-value-invalid'
  | 'policy-reason-missing'
  | 'line-unknown'
  | 'project-unknown'
  | 'project-code-ambiguous'
  | 'year-outside-plan'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'workbook-not-found'
  | 'workbook-exists'
  | 'workbook-extension'
  | 'workbook-not-a-workbook'
  | 'workbook-too-large'
  | 'workbook-altered'
  | 'workbook-no-trailer'
  | 'workbook-damaged'
  | 'workbook-foreign-schema'
  | 'workbook-too-new'
  | 'workbook-locked'
  | 'workbook-changed-outside'
  | 'workbook-check-stopped'
  | 'workbook-limits'
  | 'workbook-read-only'
  | 'workbook-table-damaged'
  | 'workbook-none-open'
  | 'history-altered'
  | 'history-differs'
  | 'generation-unknown'
  | 'draft-unknown'
  | 'nothing-to-salvage'
  | 'save-failed'
  | 'edit-not-kept'
  | 'path-invalid'
  | 'table-not-found'
  | 'mapping-invalid'
  | 'table-sheet-unknown'
  | 'table-unreadable'
  | 'table-unsupported'
  | 'table-too-large'
  | 'export-format'
  | 'request-invalid'
  | 'engine-stopped'
  | 'work-cancelled'
  | 'usage'

/** A value an error or a flag carries: whole đồng as bigint, counts and years as numbers, anything else as text. */
export type DetailValue = string | number | bigint | readonly string[]

/** The named values a sentence is made of. */
export type Detail = Readonly<Record<string, DetailValue>>

/** Stops an operation for a reason the person can act on; branch on `code`, never on the message. */
export class WorkbenchError extends Error {
  override readonly name = 'WorkbenchError'

  constructor(
    readonly code: ErrorCode,
    readonly detail: Detail = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}
