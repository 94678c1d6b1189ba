import type { CellPoint, GridOrder, RowId } from './grid-order.ts'

/** Cells selected in one go: where it began, where it was drawn to, and which rows and columns that took in. */
export interface CellRange {
  readonly anchor: CellPoint
  readonly focus: CellPoint
  readonly rows: readonly RowId[]
  readonly columns: readonly string[]
}

/** Every range selected; the last one is the one that grows. */
export type Selection = readonly CellRange[]

/** Nothing selected. */
export const NO_SELECTION: Selection = []

/** Selects one cell. */
export function selectCell(point: CellPoint): Selection {
  return [rangeOfCell(point)]
}

/** Selects one more cell beside what is selected. */
export function addCell(selection: Selection, point: CellPoint): Selection {
  return [...selection, rangeOfCell(point)]
}

/** Draws the last range to a cell; where its beginning is hidden it begins anew. */
export function extendTo(selection: Selection, order: GridOrder, focus: CellPoint): Selection {
  const { anchor } = selection.at(-1) ?? { anchor: focus }
  const range = rangeBetween(order, order.has(anchor) ? anchor : focus, focus)
  return range ? [...selection.slice(0, -1), range] : selection
}

/** Selects the block between two cells. */
export function selectBlock(order: GridOrder, anchor: CellPoint, focus: CellPoint): Selection {
  const range = rangeBetween(order, anchor, focus)
  return range ? [range] : NO_SELECTION
}

/** Whole rows, from one to another. */
export function rangeOfRows(order: GridOrder, from: RowId, to: RowId): CellRange | null {
  const [first, last] = [order.columns[0], order.columns.at(-1)]
  if (first === undefined || last === undefined) return null
  return rangeBetween(order, { row: from, column: first }, { row: to, column: last })
}

/** Whole columns, from one to another. */
export function rangeOfColumns(order: GridOrder, from: string, to: string): CellRange | null {
  const [first, last] = [order.rows[0], order.rows.at(-1)]
  if (first === undefined || last === undefined) return null
  return rangeBetween(order, { row: first, column: from }, { row: last, column: to })
}

/** Every selected cell once, range by range, row by row. */
export function* cellsOf(selection: Selection): Generator<CellPoint> {
  const seen = selection.length > 1 ? new Map<RowId, Set<string>>() : null
  for (const { rows, columns } of selection) {
    for (const row of rows) {
      const taken = seen && columnsTaken(seen, row)
      for (const column of columns) {
        if (taken?.has(column)) continue
        taken?.add(column)
        yield { row, column }
      }
    }
  }
}

function columnsTaken(seen: Map<RowId, Set<string>>, row: RowId): Set<string> {
  const taken = seen.get(row) ?? new Set<string>()
  seen.set(row, taken)
  return taken
}

function rangeOfCell(point: CellPoint): CellRange {
  return { anchor: point, focus: point, rows: [point.row], columns: [point.column] }
}

function rangeBetween(order: GridOrder, anchor: CellPoint, focus: CellPoint): CellRange | null {
  if (!order.has(anchor) || !order.has(focus)) return null
  const rows = between(order.indexOfRow(anchor.row), order.indexOfRow(focus.row))
  const columns = between(order.indexOfColumn(anchor.column), order.indexOfColumn(focus.column))
  return {
    anchor,
    focus,
    rows: order.rows.slice(...rows),
    columns: order.columns.slice(...columns),
  }
}

function between(one: number, other: number): [number, number] {
  return [Math.min(one, other), Math.max(one, other) + 1]
}
