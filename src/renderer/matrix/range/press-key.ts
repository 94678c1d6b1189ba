import { amountAtPoint } from '../clipboard/copied-cell.ts'
import type { Hands } from '../hands.ts'
import { ARROWS, type Direction, dataEdge } from './data-edge.ts'
import type { CellPoint, GridOrder } from './grid-order.ts'
import { extendTo, rangeOfColumns, rangeOfRows, selectCell } from './selection.ts'
import { activeRange, select, selected, takeRange } from './selection-store.ts'
import { focusAnchor } from './use-range-mouse.ts'

/** Carries out a key that moves or grows the selection; false for any other. */
export function pressRangeKey(hands: Hands, event: KeyboardEvent): boolean {
  const { key, shiftKey, altKey } = event
  const isControl = event.ctrlKey || event.metaKey
  const range = activeRange()
  if (!range || altKey) return false
  // Left to itself the grid goes to the row numbers, which no range holds.
  const isFar = key === 'Home' || key === 'End' || (isControl && key in ARROWS)
  if (!shiftKey && !isFar) return false
  const order = hands.order.read()
  const from = shiftKey ? range.focus : range.anchor
  const to = goal(hands, order, from, key, isControl)
  if (!to) return false
  select(shiftKey ? extendTo(selected(), order, to) : selectCell(to))
  show(hands, order, to)
  if (!shiftKey) focusAnchor(hands)
  return true
}

/** Selects every amount, or the whole rows or columns of the active range. */
export function selectWhole(hands: Hands, what: 'all' | 'rows' | 'columns'): void {
  const range = activeRange()
  const order = what === 'columns' ? hands.order.read() : hands.order.readAmounts()
  const [firstRow, lastRow] = [order.rows[0], order.rows.at(-1)]
  if (!range || firstRow === undefined || lastRow === undefined) return
  if (what === 'all') return takeRange(rangeOfRows(order, firstRow, lastRow), false)
  const whole =
    what === 'rows'
      ? rangeOfRows(order, range.anchor.row, range.focus.row)
      : rangeOfColumns(order, range.anchor.column, range.focus.column)
  // The focus stays on its cell, so the range begins there.
  takeRange(whole && { ...whole, anchor: range.anchor }, false)
}

function goal(
  hands: Hands,
  order: GridOrder,
  from: CellPoint,
  key: string,
  isControl: boolean,
): CellPoint | null {
  const arrow = ARROWS[key]
  if (arrow)
    return isControl ? edge(order, from, arrow) : order.step(from, arrow.rows, arrow.columns)
  const page = Math.max(
    1,
    hands.api.getLastDisplayedRowIndex() - hands.api.getFirstDisplayedRowIndex() - 1,
  )
  const far = order.rows.length + order.columns.length
  switch (key) {
    case 'PageDown':
      return order.step(from, page, 0)
    case 'PageUp':
      return order.step(from, -page, 0)
    case 'Home':
      return order.step(from, isControl ? -far : 0, -far)
    case 'End':
      return order.step(from, isControl ? far : 0, far)
    default:
      return null
  }
}

function edge(order: GridOrder, from: CellPoint, arrow: Direction): CellPoint {
  return dataEdge(order, from, arrow, (point) => (amountAtPoint(point) ?? 0n) !== 0n)
}

function show({ api }: Hands, order: GridOrder, { row, column }: CellPoint): void {
  api.ensureIndexVisible(order.indexOfRow(row))
  api.ensureColumnVisible(column)
}
