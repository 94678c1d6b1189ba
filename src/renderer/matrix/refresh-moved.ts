import type { GridApi, IRowNode } from 'ag-grid-community'
import type { PlanDelta } from '../../contract/plan-view.ts'
import { SUM_COLUMNS } from './matrix-columns.ts'
import { type MatrixRow, isGroupRow, isSumColumn, lineColumn } from './matrix-row.ts'

/** Repaints the cells an edit moved, and no other. */
export function refreshMoved(api: GridApi<MatrixRow>, delta: PlanDelta): void {
  const projects = new Set(delta.projectSums.map(({ project }) => project))
  const moved = [...delta.lineSums, ...delta.cells]
  const columns = [
    ...SUM_COLUMNS,
    ...new Set(moved.flatMap(({ line, year }) => [lineColumn(line), lineColumn(line, year)])),
  ].filter((column) => api.getColumn(column) !== null)
  const sums = api
    .getAllDisplayedVirtualColumns()
    .map((column) => column.getColId())
    .filter(isSumColumn)
  const rows = [...projects].map((id) => api.getRowNode(String(id)))
  api.refreshCells({
    rowNodes: [...rows.filter((row) => row !== undefined), ...groupRows(api), ...totalsRows(api)],
    columns: [...columns, ...sums],
  })
  // An edit may raise or settle flags of projects it did not touch: those of its sector, say.
  const flagged = [...delta.flags.projects.ids].flatMap((id) => api.getRowNode(String(id)) ?? [])
  api.refreshCells({ rowNodes: flagged, columns: ['flags'] })
}

/** Any group may hold a project that moved; only those in sight are drawn. */
function groupRows(api: GridApi<MatrixRow>): IRowNode<MatrixRow>[] {
  return api.getRenderedNodes().filter(({ data }) => data !== undefined && isGroupRow(data.id))
}

function totalsRows(api: GridApi<MatrixRow>): IRowNode<MatrixRow>[] {
  const rows = Array.from({ length: api.getPinnedBottomRowCount() }, (_, i) =>
    api.getPinnedBottomRow(i),
  )
  return rows.filter((row) => row !== undefined)
}
