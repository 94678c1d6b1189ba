import type { CellPoint, GridOrder, RowId } from '../range/grid-order.ts'
import type { CellRange, Selection } from '../range/selection.ts'

/** A text for a point of the matrix. */
interface PastedCell extends CellPoint {
  readonly text: string
}

/** Where a clipboard goes, and how many of its rows and columns lie beyond the grid. */
export interface PastePlan {
  readonly cells: readonly PastedCell[]
  readonly target: CellRange | null
  readonly rowsBeyond: number
  readonly columnsBeyond: number
}

/** One value fills every selected cell; a block fills the selection where it fits a whole number of times, else it is laid from its corner. */
export function planPaste(
  order: GridOrder,
  selection: Selection,
  rows: readonly (readonly string[])[],
): PastePlan {
  const [height, width] = [rows.length, rows[0]?.length ?? 0]
  const range = selection.at(-1)
  if (!range || width === 0) return NOWHERE
  if (height === 1 && width === 1) return repeatValue(selection, rows[0]?.[0] ?? '')
  const [tall, wide] = [
    fits(range.rows.length, height) ? range.rows.length : height,
    fits(range.columns.length, width) ? range.columns.length : width,
  ]
  return layBlock(order, range, rows, { tall, wide })
}

const NOWHERE: PastePlan = { cells: [], target: null, rowsBeyond: 0, columnsBeyond: 0 }

function fits(room: number, size: number): boolean {
  return room > size && room % size === 0
}

function repeatValue(selection: Selection, text: string): PastePlan {
  const cells = selection.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => ({ row, column, text }))),
  )
  return { ...NOWHERE, cells }
}

function layBlock(
  order: GridOrder,
  range: CellRange,
  rows: readonly (readonly string[])[],
  { tall, wide }: { tall: number; wide: number },
): PastePlan {
  const ontoRows = from(
    order.rows,
    firstOf(range.rows, (row) => order.indexOfRow(row)),
    tall,
  )
  const ontoColumns = from(
    order.columns,
    firstOf(range.columns, (column) => order.indexOfColumn(column)),
    wide,
  )
  const cells = ontoRows.flatMap((row, r) =>
    ontoColumns.map((column, c): PastedCell => {
      const source = rows[r % rows.length] ?? []
      return { row, column, text: source[c % source.length] ?? '' }
    }),
  )
  return {
    cells,
    target: rangeOver(ontoRows, ontoColumns),
    rowsBeyond: tall - ontoRows.length,
    columnsBeyond: wide - ontoColumns.length,
  }
}

function rangeOver(rows: readonly RowId[], columns: readonly string[]): CellRange | null {
  const [row, column] = [rows[0], columns[0]]
  const [lastRow, lastColumn] = [rows.at(-1), columns.at(-1)]
  if (row === undefined || column === undefined) return null
  const focus = { row: lastRow ?? row, column: lastColumn ?? column }
  return { anchor: { row, column }, focus, rows, columns }
}

function from<T>(all: readonly T[], at: number, count: number): readonly T[] {
  return at < 0 ? [] : all.slice(at, at + count)
}

/** Where the first of some rows or columns stands, or -1 where none is shown. */
export function firstOf<T>(items: readonly T[], indexOf: (item: T) => number): number {
  const shown = items.map(indexOf).filter((at) => at >= 0)
  return shown.length === 0 ? -1 : Math.min(...shown)
}
