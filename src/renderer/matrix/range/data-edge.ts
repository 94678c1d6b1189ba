import type { CellPoint, GridOrder } from './grid-order.ts'

/** A step by one row or one column. */
export interface Direction {
  readonly rows: -1 | 0 | 1
  readonly columns: -1 | 0 | 1
}

/** The arrow keys as steps. */
export const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
}

/**
 * Where Ctrl and an arrow lead, as in a spreadsheet: to the end of the filled cells the walk stands in, else to
 * the next filled cell, else to the edge of the grid.
 */
export function dataEdge(
  order: GridOrder,
  from: CellPoint,
  { rows, columns }: Direction,
  isFilled: (point: CellPoint) => boolean,
): CellPoint {
  let at = from
  let next = order.step(at, rows, columns)
  if (isSame(at, next)) return at
  const isRun = isFilled(at) && isFilled(next)
  while (!isSame(at, next)) {
    if (isRun && !isFilled(next)) return at
    at = next
    if (!isRun && isFilled(at)) return at
    next = order.step(at, rows, columns)
  }
  return at
}

function isSame(one: CellPoint, other: CellPoint): boolean {
  return one.row === other.row && one.column === other.column
}
