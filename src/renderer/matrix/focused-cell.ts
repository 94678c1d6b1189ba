import type { GridApi } from 'ag-grid-community'
import { type FocusedCell, NO_CELL } from '../plan/window-store.ts'
import { type MatrixRow, lineOfColumn, projectOfRow } from './matrix-row.ts'

/** The cell that has the focus this very moment; the grid tells of a move only a little later. */
export function readFocusedCell(api: GridApi<MatrixRow>): FocusedCell {
  const focused = api.getFocusedCell()
  if (!focused) return NO_CELL
  const { rowIndex, rowPinned, column } = focused
  const row =
    rowPinned === 'bottom' ? api.getPinnedBottomRow(rowIndex) : api.getDisplayedRowAtIndex(rowIndex)
  const colId = column.getColId()
  return {
    project: projectOfRow(row?.data),
    line: lineOfColumn(colId),
    row: row?.data?.id ?? null,
    column: colId,
  }
}
