import type { ImportUnit, NumberFormat } from '../../contract/tables.ts'
import type { TableRow } from './sheet-table.ts'
import type { Encoding, EncodingEvidence } from './text-encoding.ts'

/** One table to import: where it came from and its rows, header row first. */
export interface ImportTable {
  readonly file: string
  readonly sheet: string
  readonly rows: readonly TableRow[]
  /** The rows above the header, where a note may say the unit. */
  readonly above?: readonly TableRow[]
  /** The number format the person settled for single columns, by key. */
  readonly numberFormats?: Readonly<Record<string, NumberFormat>>
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
}
