import type { GridApi, IRowNode } from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { foldText } from '../plan/fold-text.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { type MatrixRow, projectOfRow } from './matrix-row.ts'

/** Shows only projects whose code, name or place hold every word typed, whatever the case and diacritics. */
export function useQuickFilter(columns: PlanColumns, api: GridApi<MatrixRow> | null) {
  const filter = useWindow((state) => state.filter)
  const [shown, setShown] = useState(columns.projectIds.length)
  const folded = useMemo(() => foldProjects(columns), [columns])

  useEffect(() => {
    if (!api) return
    api.onFilterChanged()
    setShown(api.getDisplayedRowCount())
  }, [api, filter, folded])

  const isPresent = useCallback(() => useWindow.getState().filter.trim() !== '', [])
  const passes = useCallback(
    (row: IRowNode<MatrixRow>) => {
      const text = folded.get(projectOfRow(row.data) ?? 0) ?? ''
      return foldText(useWindow.getState().filter)
        .split(/\s+/)
        .every((word) => text.includes(word))
    },
    [folded],
  )
  return { shown, isPresent, passes }
}

function foldProjects({ projects }: PlanColumns): ReadonlyMap<number, string> {
  return new Map(
    projects.map(({ id, code, name, place }) => [id, foldText(`${code} ${name} ${place}`)]),
  )
}
