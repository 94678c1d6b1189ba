import type { GridApi } from 'ag-grid-community'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { nameOfCell } from './block/name-of-cell.ts'
import type { MatrixRow } from './matrix-row.ts'
import type { CellPoint } from './range/grid-order.ts'
import { rowName } from './row-name.ts'
import { cellAt } from './selected-cells.ts'

/** Any point of the matrix as a person looks for it. */
export function namePoint(api: GridApi<MatrixRow>, columns: PlanColumns, point: CellPoint): string {
  const cell = cellAt(point)
  if (cell) return nameOfCell(columns, cell)
  const row =
    typeof point.row === 'number' ? columns.project(point.row)?.code : rowName({ id: point.row })
  const heading = api.getColumn(point.column)?.getColDef().headerName
  return [row, heading].filter(Boolean).join(' · ')
}
