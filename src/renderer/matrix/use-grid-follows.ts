import type { GridApi } from 'ag-grid-community'
import { useEffect } from 'react'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useHolds } from '../plan/hold-store.ts'
import { usePlan } from '../plan/plan-store.ts'
import { type JumpTarget, useWindow } from '../plan/window-store.ts'
import { type MatrixRow, lineColumn } from './matrix-row.ts'
import { refreshMoved } from './refresh-moved.ts'

/** How many frames a cell may take to be drawn. */
const PATIENCE = 20

/** Keeps the grid's paint on the plan, year, unit and language shown, and goes where a jump leads. */
export function useGridFollows(
  api: GridApi<MatrixRow> | null,
  columns: PlanColumns,
  isDrawn: boolean,
): void {
  const year = useWindow((state) => state.year)
  const unit = useWindow((state) => state.unit)
  const language = useWindow((state) => state.language)
  const jump = useWindow((state) => state.jump)
  const holds = useHolds((state) => state.holds)
  const hasFlags = usePlan((state) => state.hasFlags)

  useEffect(
    () =>
      usePlan.subscribe(({ lastDelta }, before) => {
        if (api && lastDelta && lastDelta !== before.lastDelta) refreshMoved(api, lastDelta)
      }),
    [api],
  )

  useEffect(() => {
    if (!api || !hasFlags) return
    api.refreshCells({ columns: ['flags'] })
    if (api.getColumn('flags')?.getSort()) api.refreshClientSideRowModel('sort')
  }, [api, hasFlags])

  useEffect(() => {
    api?.refreshCells({ force: true })
  }, [api, columns, year, unit, language, holds])

  useEffect(() => {
    if (!api || !isDrawn || !jump) return
    useWindow.setState({ jump: null })
    // One frame lets the row back in that the cleared filter hid, the next one draws it.
    afterFrame(api, () => {
      scrollTo(api, jump)
      afterFrame(api, () => focusOn(api, jump, PATIENCE))
    })
  }, [api, isDrawn, jump])
}

function afterFrame(api: GridApi<MatrixRow>, run: () => void): void {
  requestAnimationFrame(() => {
    if (!api.isDestroyed()) run()
  })
}

function columnOf({ project, line }: JumpTarget): string {
  if (line !== null) return lineColumn(line)
  return project === null ? 'name' : 'allocated'
}

function scrollTo(api: GridApi<MatrixRow>, target: JumpTarget): void {
  if (target.line !== null) api.ensureColumnVisible(columnOf(target), 'middle')
  const row = target.project === null ? null : api.getRowNode(String(target.project))?.rowIndex
  if (typeof row === 'number') api.ensureIndexVisible(row, 'middle')
}

function focusOn(api: GridApi<MatrixRow>, target: JumpTarget, patience: number): void {
  // A line's own figures stand in the totals rows; the last of them is what remains.
  const row =
    target.project === null
      ? api.getPinnedBottomRow(api.getPinnedBottomRowCount() - 1)
      : api.getRowNode(String(target.project))
  if (!row || row.rowIndex === null) return
  const column = columnOf(target)
  api.setFocusedCell(row.rowIndex, column, target.project === null ? 'bottom' : undefined)
  // A cell the grid is still putting into the document cannot take the focus yet.
  const hasFocus = Boolean(document.activeElement?.closest('.ag-cell'))
  if (hasFocus || patience === 0) api.flashCells({ rowNodes: [row], columns: [column] })
  else afterFrame(api, () => focusOn(api, target, patience - 1))
}
