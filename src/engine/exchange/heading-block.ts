import { type OutCell, type OutMerge, textCell } from './out-sheet.ts'

/** A label over a rectangle of heading cells: rows and columns from 0 within the block, ends included. */
export type HeadingLabel = readonly [
  top: number,
  bottom: number,
  left: number,
  right: number,
  label: string,
]

/** The rows and merged cells of a heading that starts in a row, with the row of column numbers below it. */
export function headingBlock(
  labels: readonly HeadingLabel[],
  firstRow: number,
): { rows: OutCell[][]; merges: OutMerge[] } {
  const height = Math.max(...labels.map(([, bottom]) => bottom)) + 1
  const width = Math.max(...labels.map(([, , , right]) => right)) + 1
  const rows = Array.from({ length: height }, () =>
    Array.from({ length: width }, () => textCell('', 'header')),
  )
  for (const [top, , left, , label] of labels) {
    const row = rows[top]
    if (row) row[left] = textCell(label, 'header')
  }
  const numbers = Array.from({ length: width }, (_, i) => textCell(String(i + 1), 'header'))
  const merges = labels.flatMap(([top, bottom, left, right]) =>
    bottom > top || right > left
      ? [{ startRow: firstRow + top, endRow: firstRow + bottom, startCol: left, endCol: right }]
      : [],
  )
  return { rows: [...rows, numbers], merges }
}
