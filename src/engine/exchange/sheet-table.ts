import type { ProblemCode } from '../../contract/tables.ts'
import type { Encoding, EncodingEvidence } from './text-encoding.ts'

/** A number a spreadsheet holds as a number: its literal decimal text, whatever the table's number format. */
export interface NumberCell {
  readonly number: string
}

/** A cell whose value cannot be taken as it stands, and why. */
export interface BrokenCell {
  readonly problem: ProblemCode
  readonly text: string
}

/** What a cell holds: text as written, a literal number, or a value that cannot be taken. */
export type TableCell = string | NumberCell | BrokenCell

/** One row; `number` counts from 1 as the sheet shows it. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly TableCell[]
}

/** A rectangle of cells: rows from 1, columns from 0, ends included. */
export interface CellRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** One sheet of a file read whole; a csv file is one sheet named ''. */
export interface SheetTable {
  readonly sheet: string
  readonly rows: readonly TableRow[]
  /** How many cells show the last result of a formula. */
  readonly formulas: number
  readonly merges?: readonly CellRange[]
  readonly hiddenRows?: number
  /** Whether the sheet's tab is hidden, as old copies often are. */
  readonly isHidden?: boolean
  /** How a csv was read, so that the person can be told. */
  readonly encoding?: Encoding
  readonly encodingEvidence?: EncodingEvidence
  readonly delimiter?: string
}

/** A cell's text as a person sees it. */
export function cellText(cell: TableCell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell
  return 'number' in cell ? cell.number : cell.text
}
