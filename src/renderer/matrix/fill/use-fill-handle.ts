import { useEffect } from 'react'
import { fillPairs } from '../commands/change-cells.ts'
import type { Hands } from '../hands.ts'
import { isGroupRow } from '../matrix-row.ts'
import { targetAt } from '../range/cell-under.ts'
import { followDrag } from '../range/drag-scroll.ts'
import { GridOrder } from '../range/grid-order.ts'
import type { RangeLayer } from '../range/range-layer.ts'
import { type CellRange, extendTo } from '../range/selection.ts'
import { activeRange, select } from '../range/selection-store.ts'
import { pairBeyond, sideOf } from './fill-pairs.ts'

/** Fills what the handle at the corner of the range is drawn across; with Ctrl it keeps the share of the need. */
export function useFillHandle(hands: Hands | null, layer: RangeLayer | null): void {
  useEffect(() => {
    if (!hands || !layer) return
    const press = (event: MouseEvent) => {
      event.stopPropagation()
      event.preventDefault()
      drawFill(hands, event)
    }
    layer.handle.addEventListener('mousedown', press)
    return () => layer.handle.removeEventListener('mousedown', press)
  }, [hands, layer])
}

function drawFill(hands: Hands, start: MouseEvent): void {
  const range = activeRange()
  if (!range) return
  const order = projectsOnly(hands.order.read())
  let target: CellRange | null = null
  let point = range.focus
  let mode: 'copy' | 'ratio' = start.ctrlKey ? 'ratio' : 'copy'
  const watchKeys = (event: MouseEvent) => {
    mode = event.ctrlKey ? 'ratio' : 'copy'
  }
  document.addEventListener('mousemove', watchKeys)
  followDrag(hands.root, start, {
    move: (x, y) => {
      const under = targetAt(hands.root, x, y)
      if (under?.kind !== 'cell') return
      point = under
      target = stretch(order, range, point)
      select([target ?? range])
    },
    end: () => {
      document.removeEventListener('mousemove', watchKeys)
      select([range])
      if (target) fillPairs(hands, pairBeyond(order, range, point), mode, target)
    },
  })
}

/** The range with what the handle was drawn across, to one side only. */
function stretch(order: GridOrder, range: CellRange, point: CellRange['focus']): CellRange | null {
  const side = sideOf(order, range, point)
  if (side === null) return null
  const corners = {
    first: { row: range.rows[0] ?? point.row, column: range.columns[0] ?? point.column },
    last: { row: range.rows.at(-1) ?? point.row, column: range.columns.at(-1) ?? point.column },
  }
  const anchor = side === 'down' || side === 'right' ? corners.first : corners.last
  const far = side === 'down' || side === 'right' ? corners.last : corners.first
  const focus =
    side === 'down' || side === 'up'
      ? { row: point.row, column: far.column }
      : { row: far.row, column: point.column }
  const [stretched] = extendTo([{ ...range, anchor }], order, focus)
  return stretched ?? null
}

function projectsOnly({ rows, columns }: GridOrder): GridOrder {
  return new GridOrder(
    rows.filter((row) => !isGroupRow(row)),
    columns,
  )
}
