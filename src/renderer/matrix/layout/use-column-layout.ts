import type { ColumnGroupOpenedEvent, ColumnResizedEvent, GridApi } from 'ag-grid-community'
import { useEffect } from 'react'
import { usePlan } from '../../plan/plan-store.ts'
import { type MatrixRow, lineOfColumn } from '../matrix-row.ts'
import { foldProgramme, setWidth, useLayout } from './layout-store.ts'
import type { MatrixLayout } from './matrix-layout.ts'

/** How the columns are laid out; what is folded or drawn wider in the grid is remembered. */
export function useColumnLayout(api: GridApi<MatrixRow> | null): MatrixLayout {
  const layout = useLayout()
  useEffect(() => {
    if (!api) return
    api.addEventListener('columnGroupOpened', rememberFold)
    api.addEventListener('columnResized', rememberWidth)
    return () => {
      if (api.isDestroyed()) return
      api.removeEventListener('columnGroupOpened', rememberFold)
      api.removeEventListener('columnResized', rememberWidth)
    }
  }, [api])
  return layout
}

function rememberFold({ columnGroup }: ColumnGroupOpenedEvent<MatrixRow>): void {
  const [, code] = /^programme:(.*)$/.exec(columnGroup?.getGroupId() ?? '') ?? []
  if (columnGroup && code !== undefined) foldProgramme(code, !columnGroup.isExpanded())
}

function rememberWidth({ column, finished, source }: ColumnResizedEvent<MatrixRow>): void {
  if (!column || !finished || source !== 'uiColumnResized') return
  const line = lineOfColumn(column.getColId())
  const code = line === null ? undefined : usePlan.getState().columns?.line(line)?.code
  setWidth(code ?? column.getColId(), Math.round(column.getActualWidth()))
}
