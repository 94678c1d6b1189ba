import type { GridApi, PostSortRowsParams } from 'ag-grid-community'
import { useCallback, useEffect, useMemo } from 'react'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { gatherRows } from './groups/group-projects.ts'
import { groupBy, useGroups } from './groups/group-store.ts'
import { useLayout } from './layout/layout-store.ts'
import type { MatrixRow } from './matrix-row.ts'

/** The rows of the matrix: projects, and the heads of their groups where it is grouped. */
export function useGroupRows(columns: PlanColumns, api: GridApi<MatrixRow> | null) {
  const by = useGroups((state) => state.by)
  const groups = useGroups((state) => state.groups)
  useEffect(() => {
    const kept = useLayout.getState().by
    // Whole projects are many to read, so only what groups by them reads them.
    groupBy(kept, kept === null ? [] : columns.projects)
  }, [columns])
  const rows = useMemo(
    (): MatrixRow[] => [
      ...groups.map(({ id }): MatrixRow => ({ id })),
      ...Array.from(columns.projectIds, (id): MatrixRow => ({ id })),
    ],
    [columns, groups],
  )
  const gather = useCallback(({ nodes }: PostSortRowsParams<MatrixRow>) => {
    const { groups: now } = useGroups.getState()
    if (now.length === 0) return
    const gathered = gatherRows(nodes, now, ({ data }) => data?.id)
    for (const [at, node] of gathered.entries()) nodes[at] = node
  }, [])
  useEffect(() => {
    if (groups.length > 0) api?.refreshClientSideRowModel('sort')
  }, [api, groups])
  return { rows, gather, isGrouped: by !== null }
}
