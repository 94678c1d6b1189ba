import type { Unit } from '../core/money.ts'
import type { Severity } from '../core/rules/rule-code.ts'

/** The plain tables a plan is imported from and exported to. */
export type TableKind =
  | 'plan'
  | 'programmes'
  | 'lines'
  | 'tasks'
  | 'projects'
  | 'allocations'
  | 'holds'
  | 'waivers'
  | 'policy'

/** Every plain table, in the order an import reads them. */
export const TABLE_KINDS: readonly TableKind[] = [
  'plan',
  'programmes',
  'lines',
  'tasks',
  'projects',
  'allocations',
  'holds',
  'waivers',
  'policy',
]

/** What an export writes: a plain table, all of them, the annexes for people, or the flags. */
export type ExportWhat = TableKind | 'all' | 'matrix' | 'annual' | 'list' | 'flags'

/** Every export. */
export const EXPORT_WHATS: readonly ExportWhat[] = [
  ...TABLE_KINDS,
  'all',
  'matrix',
  'annual',
  'list',
  'flags',
]

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
  | 'programme-below'
  | 'ratio-invalid'
  | 'line-unknown'
  | 'project-unknown'
  | 'task-unknown'
  | 'row-conflict'
  | 'sheet-conflict'
  | 'cell-held'
  | 'value-assumed'
  | 'total-row'
  | 'row-incomplete'
  | 'row-unnamed'
  | 'code-missing'
  | 'text-invalid'
  | 'encoding-detected'
  | 'date-invalid'
  | 'time-invalid'
  | 'value-surplus'
  | 'period-invalid'
  | 'total-held'
  | 'years-reversed'
  | 'reserve-above-ceiling'
  | 'unit-noted'
  | 'unit-contradicted'
  | 'thousandfold'
  | 'annex-read'
  | 'sheet-left-out'
  | 'hidden-rows'
  | 'line-column-unknown'
  | 'line-column-none'
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

/** One field of an entry before and after an import, as text; amounts in whole đồng. */
export interface ImportField {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What an import would do to one entry; `id` names it by kind and code, such as `project:7800001`. */
export interface ImportEntry {
  readonly id: string
  readonly action: 'added' | 'updated' | 'cleared'
  readonly fields: readonly ImportField[]
}

/** Why a column's numbers are read the way they are: the person said so, the sheet holds numbers, or the texts themselves leave one reading. */
export type NumberEvidence =
  | 'chosen'
  | 'number-cells'
  | 'bare-digits'
  | 'only-reading'
  | 'most-readable'
  | 'ambiguous'

/** How a column's numbers are read and the text that decides it, empty where none had to; no format where two readings remain. */
export interface NumberReading {
  readonly format: Exclude<NumberFormat, 'auto'> | null
  readonly because: NumberEvidence
  readonly value: string
  /** The row of that text as the sheet shows it, from 1; 0 where there is none. */
  readonly row: number
}

/** What a column was taken for: `sure` where its heading says it, `guess` where only one meaning fits. */
export interface ColumnReading {
  readonly letter: string
  readonly heading: string
  readonly key: string | null
  readonly confidence: 'sure' | 'likely' | 'guess'
  /** Only of a column of amounts that was read. */
  readonly numbers: NumberReading | null
}

/** How one table was read: where its heading stands, what its columns mean, in which unit and encoding. */
export interface TableReading {
  readonly kind: TableKind
  readonly file: string
  readonly sheet: string
  readonly isAnnex: boolean
  readonly headerRow: number
  readonly headerRows: number
  readonly rows: number
  readonly unit: Unit | null
  /** The year an annex is about, by its title, its sheet or the person; null of a plain table and where nothing tells. */
  readonly year: number | null
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly columns: readonly ColumnReading[]
  /** The first rows taken, cell by cell as text. */
  readonly sample: readonly (readonly string[])[]
}

/** What an import would do, or did. */
export interface ImportResult {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly problems: readonly Problem[]
  /** The entries that would change, the first so many of them. */
  readonly entries: readonly ImportEntry[]
  /** Entries of the plan the tables do not mention; an import never removes them. */
  readonly missing: readonly string[]
  readonly tables: readonly TableReading[]
}

/** How many changed and how many missing entries a result lists. */
export const MOST_ENTRIES = 1000
