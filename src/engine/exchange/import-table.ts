import type { ImportUnit, NumberFormat, TableMapping } from '../../contract/tables.ts'
import type { AnnexHeader } from './annex-header.ts'
import type { CellRange, TableRow } from './sheet-table.ts'
import type { Encoding, EncodingEvidence } from './text-encoding.ts'

/** One table to import: where it came from and its rows, header row first. */
export interface ImportTable {
  readonly file: string
  readonly sheet: string
  readonly rows: readonly TableRow[]
  /** The rows above the header, where a note may say the unit. */
  readonly above?: readonly TableRow[]
  /** The heading of an annex; a plain table has one row of headings and no such thing. */
  readonly annex?: AnnexHeader
  /** Other sheets of the file that hold such a table and are not read. */
  readonly others?: readonly string[]
  /** What the person settled about this table. */
  readonly mapping?: TableMapping
  /** The cells the sheet joins, where rows of several sources share one name and code. */
  readonly merges?: readonly CellRange[]
  /** How many rows are hidden in the sheet; they are read like any other. */
  readonly hiddenRows?: number
  /** How many cells show the last result of a formula. */
  readonly formulas?: number
  /** How the text of a csv was decoded, and why so. */
  readonly encoding?: Encoding
  readonly encodingEvidence?: EncodingEvidence
  /** The delimiter of a csv; a sheet has none. */
  readonly delimiter?: string
}

/** How the tables write their amounts. */
export interface ImportOptions {
  readonly unit: ImportUnit
  readonly numberFormat: NumberFormat
  /** Entries left as they stand, by the ids a preview gave them. */
  readonly leave?: readonly string[] | undefined
}
