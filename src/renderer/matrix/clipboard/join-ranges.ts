import type { GridOrder } from '../range/grid-order.ts'
import type { CellRange, Selection } from '../range/selection.ts'

/**
 * One block of several ranges as a spreadsheet copies them: side by side where they take the same rows, below one
 * another where they take the same columns, in the order shown; null where they share neither, or where none is.
 */
export function joinRanges(selection: Selection, order: GridOrder): CellRange | null {
  const [first, ...others] = selection
  if (!first) return null
  const isSameRows = others.every(({ rows }) => isSameSet(rows, first.rows))
  const isSameColumns = others.every(({ columns }) => isSameSet(columns, first.columns))
  if (!isSameRows && !isSameColumns) return null
  const rows = inOrder(
    selection.flatMap((range) => range.rows),
    (row) => order.indexOfRow(row),
  )
  const columns = inOrder(
    selection.flatMap((range) => range.columns),
    (column) => order.indexOfColumn(column),
  )
  return { ...first, rows, columns }
}

function isSameSet<T>(some: readonly T[], others: readonly T[]): boolean {
  const set = new Set(some)
  return set.size === new Set(others).size && others.every((one) => set.has(one))
}

/** Each once, as it is shown; what is hidden is left out. */
function inOrder<T>(all: readonly T[], indexOf: (one: T) => number): T[] {
  return [...new Set(all)]
    .filter((one) => indexOf(one) >= 0)
    .sort((a, b) => indexOf(a) - indexOf(b))
}
