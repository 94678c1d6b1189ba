import type { CellPoint, GridOrder, RowId } from '../range/grid-order.ts'
import type { CellRange } from '../range/selection.ts'

/** A cell that is filled and the cell it is filled from. */
export interface FillPair {
  readonly from: CellPoint
  readonly to: CellPoint
}

/** The side of a range it is filled beyond. */
export type FillSide = 'down' | 'up' | 'right' | 'left'

/** Fills the rest of a range from its first row. */
export function pairDown({ rows, columns }: CellRange): FillPair[] {
  return pairRows(rows.slice(0, 1), rows.slice(1), columns)
}

/** Fills the rest of a range from its first column. */
export function pairRight({ rows, columns }: CellRange): FillPair[] {
  return pairColumns(columns.slice(0, 1), columns.slice(1), rows)
}

/** Repeats a range over the rows or columns between it and a cell its handle was drawn to. */
export function pairBeyond(order: GridOrder, range: CellRange, point: CellPoint): FillPair[] {
  const side = sideOf(order, range, point)
  if (side === null) return []
  const { rows, columns } = range
  if (side === 'down' || side === 'up') {
    const targets = beyond(order.rows, rows, point.row, side === 'down')
    return pairRows(isForward(side) ? rows : [...rows].reverse(), targets, columns)
  }
  const targets = beyond(order.columns, columns, point.column, side === 'right')
  return pairColumns(isForward(side) ? columns : [...columns].reverse(), targets, rows)
}

/** Which side of a range a cell lies on, the farther way first; null inside it. */
export function sideOf(order: GridOrder, range: CellRange, point: CellPoint): FillSide | null {
  const rows = range.rows.map((row) => order.indexOfRow(row))
  const columns = range.columns.map((column) => order.indexOfColumn(column))
  const [row, column] = [order.indexOfRow(point.row), order.indexOfColumn(point.column)]
  const ways: readonly (readonly [FillSide, number])[] = [
    ['down', row - Math.max(...rows)],
    ['up', Math.min(...rows) - row],
    ['right', column - Math.max(...columns)],
    ['left', Math.min(...columns) - column],
  ]
  const [farthest] = ways.filter(([, distance]) => distance > 0).sort(([, a], [, b]) => b - a)
  return farthest?.[0] ?? null
}

function isForward(side: FillSide): boolean {
  return side === 'down' || side === 'right'
}

function pairRows(
  sources: readonly RowId[],
  targets: readonly RowId[],
  columns: readonly string[],
): FillPair[] {
  return targets.flatMap((row, at) => {
    const source = sources[at % sources.length] ?? row
    return columns.map((column) => ({ from: { row: source, column }, to: { row, column } }))
  })
}

function pairColumns(
  sources: readonly string[],
  targets: readonly string[],
  rows: readonly RowId[],
): FillPair[] {
  return targets.flatMap((column, at) => {
    const source = sources[at % sources.length] ?? column
    return rows.map((row) => ({ from: { row, column: source }, to: { row, column } }))
  })
}

/** What lies between a range and a place beyond it, nearest first. */
function beyond<T>(all: readonly T[], of: readonly T[], to: T, isAfter: boolean): T[] {
  const positions = of.map((one) => all.indexOf(one))
  const end = all.indexOf(to)
  return isAfter
    ? all.slice(Math.max(...positions) + 1, end + 1)
    : all.slice(end, Math.min(...positions)).reverse()
}
