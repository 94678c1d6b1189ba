import type { GridApi, IRowNode } from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { foldText } from '../plan/fold-text.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { showMembers, useGroups } from './groups/group-store.ts'
import { type MatrixRow, isGroupRow } from './matrix-row.ts'

/** Shows only projects whose code, name or place hold every word typed, whatever the case and diacritics. */
export function useQuickFilter(columns: PlanColumns, api: GridApi<MatrixRow> | null) {
  const filter = useWindow((state) => state.filter)
  const groups = useGroups((state) => state.groups)
  const folded = useGroups((state) => state.folded)
  const [shown, setShown] = useState(columns.projectIds.length)
  const texts = useMemo(() => foldProjects(columns), [columns])

  useEffect(() => {
    if (!api) return
    const passing = passingProjects(texts, filter)
    showMembers((project) => passing.has(project))
    api.onFilterChanged()
    setShown(passing.size)
    api.refreshCells({ force: true })
  }, [api, filter, texts, groups, folded])

  const isPresent = useCallback(
    () => useWindow.getState().filter.trim() !== '' || useGroups.getState().by !== null,
    [],
  )
  const passes = useCallback(
    ({ data }: IRowNode<MatrixRow>) => data !== undefined && isShown(data.id, texts),
    [texts],
  )
  return { shown, isPresent, passes }
}

function isShown(id: MatrixRow['id'], texts: ReadonlyMap<number, string>): boolean {
  const { by, folded, groups, shown } = useGroups.getState()
  if (isGroupRow(id)) return (shown.get(id)?.length ?? 0) > 0
  if (typeof id !== 'number') return true
  if (!matches(texts.get(id) ?? '', useWindow.getState().filter)) return false
  if (by === null || folded.size === 0) return true
  return !groups.some((group) => folded.has(group.id) && group.members.includes(id))
}

function passingProjects(texts: ReadonlyMap<number, string>, filter: string): ReadonlySet<number> {
  return new Set([...texts].filter(([, text]) => matches(text, filter)).map(([id]) => id))
}

function matches(text: string, filter: string): boolean {
  return foldText(filter)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function foldProjects({ projects }: PlanColumns): ReadonlyMap<number, string> {
  return new Map(
    projects.map(({ id, code, name, place }) => [id, foldText(`${code} ${name} ${place}`)]),
  )
}
