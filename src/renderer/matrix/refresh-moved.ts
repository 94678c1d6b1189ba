import type { GridApi, IRowNode } from 'ag-grid-community'
import type { PlanDelta } from '../../contract/plan-view.ts'
import { SUM_COLUMNS } from './matrix-columns.ts'
import { type MatrixRow, lineColumn } from './matrix-row.ts'

/** Repaints the cells an edit moved, and no other. */
export function refreshMoved(api: GridApi<MatrixRow>, delta: PlanDelta): void {
  const projects = new Set(delta.projectSums.map(({ project }) => project))
  const lines = new Set([...delta.lineSums, ...delta.cells].map(({ line }) => lineColumn(line)))
  const columns = [...SUM_COLUMNS, ...lines]
  const rows = [...projects].map((id) => api.getRowNode(String(id)))
  api.refreshCells({
    rowNodes: [...rows.filter((row) => row !== undefined), ...totalsRows(api)],
    columns,
  })
  // An edit may raise or settle flags of projects it did not touch: those of its sector, say.
  const flagged = [...delta.flags.projects.ids].flatMap((id) => api.getRowNode(String(id)) ?? [])
  api.refreshCells({ rowNodes: flagged, columns: ['flags'] })
}

function totalsRows(api: GridApi<MatrixRow>): IRowNode<MatrixRow>[] {
  const rows = Array.from({ length: api.getPinnedBottomRowCount() }, (_, i) =>
    api.getPinnedBottomRow(i),
  )
  return rows.filter((row) => row !== undefined)
}
