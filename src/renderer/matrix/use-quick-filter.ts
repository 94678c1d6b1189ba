import type { GridApi, IRowNode } from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { useProjectFilter } from './filter/filter-store.ts'
import {
  type ProjectFilter,
  isFiltering,
  matchesWords,
  passesFilter,
  searchText,
} from './filter/project-filter.ts'
import { isFoldedAway, showMembers, useGroups } from './groups/group-store.ts'
import { type MatrixRow, isGroupRow } from './matrix-row.ts'

/**
 * Shows only projects that hold the words typed and pass the filter. It looks when the filter or the year changes,
 * not at each edit: a row must not vanish below the hand that types in it.
 */
export function useQuickFilter(columns: PlanColumns, api: GridApi<MatrixRow> | null) {
  const words = useWindow((state) => state.filter)
  const year = useWindow((state) => state.year)
  const filter = useProjectFilter()
  const groups = useGroups((state) => state.groups)
  const folded = useGroups((state) => state.folded)
  const passing = useRef<ReadonlySet<number>>(new Set())
  const [shown, setShown] = useState(columns.projectIds.length)
  const texts = useMemo(
    () => new Map(columns.projects.map((project) => [project.id, searchText(project)])),
    [columns],
  )

  useEffect(() => {
    if (!api) return
    passing.current = findPassing(columns, year, filter, (id) =>
      matchesWords(texts.get(id) ?? '', words),
    )
    showMembers((project) => passing.current.has(project))
    api.onFilterChanged()
    setShown(passing.current.size)
    api.refreshCells({ force: true })
  }, [api, columns, year, words, filter, texts, groups, folded])

  const isPresent = useCallback(
    () =>
      useWindow.getState().filter.trim() !== '' ||
      useGroups.getState().by !== null ||
      isFiltering(useProjectFilter.getState()),
    [],
  )
  const passes = useCallback(
    ({ data }: IRowNode<MatrixRow>) => data !== undefined && isShown(data.id, passing.current),
    [],
  )
  return { shown, isPresent, passes }
}

function findPassing(
  columns: PlanColumns,
  year: FiscalYear,
  filter: ProjectFilter,
  hasWords: (project: number) => boolean,
): ReadonlySet<number> {
  const passing = columns.projects.filter((project) => {
    if (!hasWords(project.id)) return false
    if (!isFiltering(filter)) return true
    const flags = columns.flagsOfProject(project.id, year).count
    return passesFilter(project, { ...columns.sumsOfProject(project.id, year), flags }, filter)
  })
  return new Set(passing.map(({ id }) => id))
}

function isShown(id: MatrixRow['id'], passing: ReadonlySet<number>): boolean {
  const { shown } = useGroups.getState()
  if (isGroupRow(id)) return (shown.get(id)?.length ?? 0) > 0
  return typeof id !== 'number' || (passing.has(id) && !isFoldedAway(id))
}
