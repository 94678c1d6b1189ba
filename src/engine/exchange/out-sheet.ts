/** How a cell of a written sheet looks. */
export type OutStyle =
  | 'plain'
  | 'year'
  | 'title'
  | 'note'
  | 'stamp'
  | 'signature'
  | 'header'
  | 'wrapped'
  | 'group'
  | 'total'

/** A cell to write: text, an exact decimal, or one of our own sums with its value; null is empty. */
export type OutCell =
  | null
  | { readonly text: string; readonly style?: OutStyle }
  | { readonly number: string; readonly formula?: string; readonly style?: OutStyle }

/** A rectangle of merged cells; rows and columns from 0, ends included. */
export interface OutMerge {
  readonly startRow: number
  readonly startCol: number
  readonly endRow: number
  readonly endCol: number
}

/** Landscape, one page wide, with rows repeated on every page (`$4:$5`), a stamp and page numbers at the foot. */
export interface OutPrint {
  readonly paper: 'a3' | 'a4'
  readonly titles: string
  readonly footer: string
  /** The word before the page's number. */
  readonly page: string
}

/** One sheet to write. */
export interface OutSheet {
  readonly name: string
  readonly rows: readonly (readonly OutCell[])[]
  readonly widths: readonly number[]
  readonly frozen: { readonly rows: number; readonly columns: number }
  readonly merges?: readonly OutMerge[]
  /** How many lines of text each row holds, from the top; a row without a number is one line high. */
  readonly textLines?: readonly number[]
  /** How a sheet for people is printed; a plain table is not. */
  readonly print?: OutPrint
  /** The note on a number Excel cannot hold and that is therefore written as text. */
  readonly longNumberNote: string
}

/** A text cell. */
export function textCell(text: string, style: OutStyle = 'plain'): OutCell {
  return text === '' && style === 'plain' ? null : { text, style }
}

/** A number cell from exact decimal text. */
export function numberCell(number: string, style: OutStyle = 'plain'): OutCell {
  return { number, style }
}
