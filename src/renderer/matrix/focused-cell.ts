import type { GridApi } from 'ag-grid-community'
import type { FocusedCell } from '../plan/window-store.ts'
import { type MatrixRow, lineOfColumn, projectOfRow } from './matrix-row.ts'

/** The cell that has the focus this very moment; the grid tells of a move only a little later. */
export function readFocusedCell(api: GridApi<MatrixRow>): FocusedCell {
  const focused = api.getFocusedCell()
  if (!focused) return { project: null, line: null }
  const { rowIndex, rowPinned, column } = focused
  const row =
    rowPinned === 'bottom' ? api.getPinnedBottomRow(rowIndex) : api.getDisplayedRowAtIndex(rowIndex)
  return { project: projectOfRow(row?.data), line: lineOfColumn(column.getColId()) }
}
