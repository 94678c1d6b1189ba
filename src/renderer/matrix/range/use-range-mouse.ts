import type { GridApi } from 'ag-grid-community'
import { useEffect } from 'react'
import { toggleFold } from '../groups/group-store.ts'
import { moveColumns } from '../layout/move-columns.ts'
import { type MatrixRow, isGroupRow, lineOfColumn } from '../matrix-row.ts'
import { targetAt, targetOf } from './cell-under.ts'
import { followDrag } from './drag-scroll.ts'
import type { OrderReader } from './read-order.ts'
import { type CellRange, extendTo, rangeOfColumns, rangeOfRows } from './selection.ts'
import { activeRange, isSelected, pointAt, select, selected, takeRange } from './selection-store.ts'

/** What the mouse needs to know of the grid. */
export interface MouseGrid {
  readonly api: GridApi<MatrixRow>
  readonly root: HTMLElement
  readonly order: OrderReader
}

/** Selects with the mouse: click, Shift+click, Ctrl+click, drag, and whole rows and columns by their headers. */
export function useRangeMouse(grid: MouseGrid | null): void {
  useEffect(() => {
    if (!grid) return
    let isTaken = false
    const press = (event: PointerEvent) => {
      isTaken = pressMouse(grid, event)
      if (isTaken) event.stopPropagation()
    }
    // The grid hears the pointer, the browser moves the focus on the mouse event that follows.
    const follow = (event: MouseEvent) => {
      if (isTaken) event.preventDefault()
    }
    const click = (event: MouseEvent) => clickHeader(grid, event)
    grid.root.addEventListener('pointerdown', press, true)
    grid.root.addEventListener('mousedown', follow, true)
    grid.root.addEventListener('click', click, true)
    return () => {
      grid.root.removeEventListener('pointerdown', press, true)
      grid.root.removeEventListener('mousedown', follow, true)
      grid.root.removeEventListener('click', click, true)
    }
  }, [grid])
}

/** Selects what is pressed; true where the grid must not move its focus there. */
function pressMouse(grid: MouseGrid, event: MouseEvent): boolean {
  const target = targetOf(event.target)
  if (target?.kind === 'row') return pressRow(grid, event, target.row)
  if (target?.kind === 'column') pressHeader(grid, event, target.column)
  if (target?.kind !== 'cell') return false
  if (event.button === 2) {
    // The menu of a range acts on the range, so the grid must not move the focus out of it.
    if (isSelected(target)) return true
    pointAt(grid.order.read(), target, NO_KEYS)
    return false
  }
  if (event.button !== 0) return false
  if (isGroupRow(target.row) && target.column === 'name' && !event.shiftKey) toggleFold(target.row)
  pointAt(grid.order.read(), target, event)
  drawRange(grid, event)
  return event.shiftKey
}

const NO_KEYS = { shiftKey: false, ctrlKey: false, metaKey: false }

function drawRange(grid: MouseGrid, event: MouseEvent): void {
  followDrag(grid.root, event, {
    move: (x, y) => {
      const target = targetAt(grid.root, x, y)
      if (target?.kind === 'cell') select(extendTo(selected(), grid.order.read(), target))
    },
    end: () => {},
  })
}

function pressRow(grid: MouseGrid, event: MouseEvent, row: MatrixRow['id']): boolean {
  if (event.button !== 0) return false
  const order = grid.order.readAmounts()
  const from = event.shiftKey ? (activeRange()?.anchor.row ?? row) : row
  takeRange(rangeOfRows(order, from, row), event.ctrlKey)
  focusAnchor(grid)
  followDrag(grid.root, event, {
    move: (x, y) => {
      const target = targetAt(grid.root, x, y)
      if (target && target.kind !== 'column') {
        const range = rangeOfRows(order, from, target.row)
        if (range) select([...selected().slice(0, -1), range])
      }
    },
    end: () => {},
  })
  return true
}

/** The menu of a heading acts on its whole column; a drag from a line's heading takes in the columns it crosses. */
function pressHeader(grid: MouseGrid, event: MouseEvent, column: string): void {
  if (event.button === 2) return takeRange(rangeOfColumns(grid.order.read(), column, column), false)
  if (event.button !== 0 || event.shiftKey || lineOfColumn(column) === null) return
  if (isWhole(grid, column)) return drawColumns(grid, event, column)
  let isBegun = false
  followDrag(grid.root, event, {
    move: (x, y) => {
      const target = targetAt(grid.root, x, y)
      if (target?.kind !== 'cell' || lineOfColumn(target.column) === null) return
      const range = wholeColumns(grid, column, target.column)
      if (!range) return
      if (isBegun) select([...selected().slice(0, -1), range])
      else takeRange(range, event.ctrlKey)
      isBegun = true
    },
    end: () => {
      if (isBegun) focusAnchor(grid)
    },
  })
}

/** Whether the active range is of whole columns, this one among them. */
function isWhole({ order }: MouseGrid, column: string): boolean {
  const range = activeRange()
  const isAll = range?.rows.length === order.read().rows.length
  return isAll && range.columns.includes(column)
}

/** Columns that are selected already are moved by their headings. */
function drawColumns(grid: MouseGrid, event: MouseEvent, column: string): void {
  const { root } = grid
  const moving = activeRange()?.columns ?? []
  let over: Element | null = null
  let to = column
  followDrag(root, event, {
    move: (x, y) => {
      const target = targetAt(root, x, y)
      if (target?.kind !== 'cell' || lineOfColumn(target.column) === null) return
      over?.classList.remove('is-drop')
      to = target.column
      over = root.querySelector(`.ag-header-cell[col-id="${to}"]`)
      over?.classList.add('is-drop')
    },
    end: (isMoved) => {
      over?.classList.remove('is-drop')
      if (!isMoved) return
      if (!moving.includes(to)) moveColumns(moving, to)
      focusAnchor(grid)
    },
  })
}

/** A line's header selects its column, as in a spreadsheet; sorting by it is in its menu and on Enter. */
function clickHeader(grid: MouseGrid, event: MouseEvent): void {
  const target = targetOf(event.target)
  if (target?.kind !== 'column' || lineOfColumn(target.column) === null) return
  event.stopPropagation()
  const anchor = activeRange()?.anchor.column
  const from = event.shiftKey && anchor && lineOfColumn(anchor) !== null ? anchor : target.column
  takeRange(wholeColumns(grid, from, target.column), event.ctrlKey && !event.shiftKey)
  focusAnchor(grid)
}

/** Whole columns with their beginning in sight, so that the focus does not scroll away. */
function wholeColumns({ api, order }: MouseGrid, from: string, to: string): CellRange | null {
  const range = rangeOfColumns(order.read(), from, to)
  const top = api.getDisplayedRowAtIndex(api.getFirstDisplayedRowIndex())?.data?.id
  return range && { ...range, anchor: { row: top ?? range.anchor.row, column: from } }
}

/** Puts the grid's focus where the active range begins. */
export function focusAnchor({ api }: Pick<MouseGrid, 'api'>): void {
  const anchor = activeRange()?.anchor
  const row = anchor && api.getRowNode(String(anchor.row))?.rowIndex
  if (anchor && typeof row === 'number') api.setFocusedCell(row, anchor.column)
}
