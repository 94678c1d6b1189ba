import type { GridApi } from 'ag-grid-community'
import { useEffect } from 'react'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { type JumpTarget, useWindow } from '../plan/window-store.ts'
import { type MatrixRow, lineColumn } from './matrix-row.ts'
import { refreshMoved } from './refresh-moved.ts'

/** Keeps the grid's paint on the plan, year, unit and language shown, and goes where a jump leads. */
export function useGridFollows(api: GridApi<MatrixRow> | null, columns: PlanColumns): void {
  const { year, unit, language, jump } = useWindow()

  useEffect(
    () =>
      usePlan.subscribe(({ lastDelta }, before) => {
        if (api && lastDelta && lastDelta !== before.lastDelta) refreshMoved(api, lastDelta)
      }),
    [api],
  )

  useEffect(() => {
    api?.refreshCells({ force: true })
  }, [api, columns, year, unit, language])

  useEffect(() => {
    if (!api || !jump) return
    // After the filter the jump cleared has let the row back in.
    requestAnimationFrame(() => {
      if (!api.isDestroyed()) goTo(api, jump)
    })
    useWindow.setState({ jump: null })
  }, [api, jump])
}

function goTo(api: GridApi<MatrixRow>, { project, line }: JumpTarget): void {
  const column = line === null ? (project === null ? 'name' : 'allocated') : lineColumn(line)
  if (line !== null) api.ensureColumnVisible(column, 'middle')
  if (project === null) {
    // A line's own figures stand in the totals rows; the last of them is what remains.
    const last = api.getPinnedBottomRowCount() - 1
    api.setFocusedCell(last, column, 'bottom')
    const row = api.getPinnedBottomRow(last)
    if (row) api.flashCells({ rowNodes: [row], columns: [column] })
    return
  }
  const row = api.getRowNode(String(project))
  if (!row || row.rowIndex === null) return
  api.ensureIndexVisible(row.rowIndex, 'middle')
  api.setFocusedCell(row.rowIndex, column)
  api.flashCells({ rowNodes: [row], columns: [column] })
}
