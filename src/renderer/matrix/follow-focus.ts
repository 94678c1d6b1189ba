import type { CellFocusedEvent } from 'ag-grid-community'
import { type FocusedCell, useWindow } from '../plan/window-store.ts'
import { readFocusedCell } from './focused-cell.ts'
import { type MatrixRow, isTotalsRow } from './matrix-row.ts'
import { selectCell } from './range/selection.ts'
import { activeRange, select } from './range/selection-store.ts'
import { focusAnchor } from './range/use-range-mouse.ts'

/** Where the focus was, by position: the grid keeps it there when the rows move below it. */
let lastPosition: string | null = null

/** Where the grid's focus goes by itself, the selection goes along; where the rows moved, the focus follows its cell. */
export function followFocus({ api }: CellFocusedEvent<MatrixRow>): void {
  const focused = readFocusedCell(api)
  const { focused: before } = useWindow.getState()
  const position = `${api.getFocusedCell()?.rowIndex} ${focused.column}`
  const isMovedBelow = position === lastPosition && focused.row !== before.row
  lastPosition = position
  if (isMovedBelow && isAnchorShown(api, before)) return focusAnchor({ api })
  useWindow.setState(({ selected }) => ({ focused, selected: focused.project ?? selected }))
  selectFocused(focused, before)
}

function selectFocused({ row, column }: FocusedCell, before: FocusedCell): void {
  if (row === null || column === null || isTotalsRow(row)) return
  if (row === before.row && column === before.column) return
  const anchor = activeRange()?.anchor
  if (anchor?.row !== row || anchor.column !== column) select(selectCell({ row, column }))
}

function isAnchorShown(api: CellFocusedEvent<MatrixRow>['api'], { row }: FocusedCell): boolean {
  const anchor = activeRange()?.anchor
  return anchor?.row === row && typeof api.getRowNode(String(row))?.rowIndex === 'number'
}
