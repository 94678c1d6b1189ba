import type { Unit } from '../core/money.ts'
import type { Severity } from '../core/rules/rule.ts'

/** The plain tables a plan is imported from and exported to. */
export type TableKind = 'programmes' | 'lines' | 'projects' | 'allocations'

/** Every plain table, in the order an import reads them. */
export const TABLE_KINDS: readonly TableKind[] = ['programmes', 'lines', 'projects', 'allocations']

/** What an export writes: a plain table, all of them, the annex for people, or the flags. */
export type ExportWhat = TableKind | 'all' | 'matrix' | 'flags'

/** Every export. */
export const EXPORT_WHATS: readonly ExportWhat[] = [...TABLE_KINDS, 'all', 'matrix', 'flags']

/** How the amounts of a table are written; `auto` infers per column and asks where two readings remain. */
export type NumberFormat = 'auto' | 'vi' | 'en' | 'plain'

/** Every number format. */
export const NUMBER_FORMATS: readonly NumberFormat[] = ['auto', 'vi', 'en', 'plain']

/** The unit a table's amounts are in; `auto` takes the table's own note, else đồng. */
export type ImportUnit = Unit | 'auto'

/** What a person settled about one table; columns and formats by the letter the sheet shows, null leaves a column out. */
export interface TableMapping {
  readonly sheet?: string | undefined
  /** The first row of the heading, from 1, and how many rows it takes. */
  readonly headerRow?: number | undefined
  readonly headerRows?: number | undefined
  readonly columns?: Readonly<Record<string, string | null>> | undefined
  /** The year a column without one of its own is about. */
  readonly year?: number | undefined
  readonly unit?: Unit | undefined
  readonly numberFormat?: NumberFormat | undefined
  readonly numberFormats?: Readonly<Record<string, NumberFormat>> | undefined
}

/** Why a cell or a table was not understood. */
export type ProblemCode =
  | 'table-empty'
  | 'column-missing'
  | 'column-duplicate'
  | 'column-unknown'
  | 'value-missing'
  | 'value-unknown'
  | 'year-invalid'
  | 'year-outside-plan'
  | 'amount-invalid'
  | 'amount-negative'
  | 'amount-not-whole'
  | 'amount-too-large'
  | 'number-format-ambiguous'
  | 'formula-without-value'
  | 'formula-value'
  | 'code-duplicate'
  | 'programme-unknown'
  | 'programme-loop'
  | 'line-unknown'
  | 'project-unknown'
  | 'row-conflict'
  | 'cell-held'
  | 'value-assumed'
  | 'total-row'
  | 'row-incomplete'
  | 'code-missing'
  | 'text-invalid'
  | 'encoding-detected'
  | 'date-invalid'
  | 'years-reversed'
  | 'reserve-above-ceiling'
  | 'unit-noted'
  | 'unit-contradicted'
  | 'thousandfold'
  | 'annex-read'
  | 'sheet-left-out'
  | 'line-column-unknown'
  | 'line-column-guessed'
  | 'column-not-taken'
  | 'subtotal-rounded'
  | 'subtotal-differs'

/** One thing an import did not understand, at its address; `row` counts from 1 as the sheet shows it. */
export interface Problem {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly code: ProblemCode
  readonly severity: Severity
  readonly value: string
  /** Further named values for the sentence, such as both readings of an ambiguous number. */
  readonly detail: Readonly<Record<string, string | number>>
}

/** What an import would do, or did. */
export interface ImportResult {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly problems: readonly Problem[]
}
