import type { NumberFormat } from '../../contract/tables.ts'
import type { Unit } from '../../core/money.ts'
import type { TableRow } from './sheet-table.ts'
import type { Encoding, EncodingEvidence } from './text-encoding.ts'

/** One table to import: where it came from and its rows, header row first. */
export interface ImportTable {
  readonly file: string
  readonly sheet: string
  readonly rows: readonly TableRow[]
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
  readonly unit: Unit
  readonly numberFormat: NumberFormat
}
