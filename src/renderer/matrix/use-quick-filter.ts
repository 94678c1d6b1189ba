import type { GridApi, IRowNode } from 'ag-grid-community'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { useProjectFilter } from './filter/filter-store.ts'
import {
  type ProjectFilter,
  foldWords,
  holdsWords,
  isFiltering,
  passesFilter,
} from './filter/project-filter.ts'
import { figuresOf } from './filter/read-figures.ts'
import { searchTextsOf } from './filter/search-texts.ts'
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
  const wasPresent = useRef(false)
  // A filter may ask for flags, which come after the figures.
  const hasFlags = usePlan((state) => state.hasFlags)

  useEffect(() => {
    // Folding a nation's names takes a while, so it is done before the first word is typed.
    const idle = requestIdleCallback(() => searchTextsOf(columns))
    return () => cancelIdleCallback(idle)
  }, [columns])

  useEffect(() => {
    if (!api) return
    passing.current = findPassing(columns, year, filter, words)
    setShown(passing.current.size)
    // Where everything is shown as before, the grid has nothing to look through and to paint.
    if (isPresent() || wasPresent.current) {
      showMembers((project) => passing.current.has(project))
      api.onFilterChanged()
      api.refreshCells({ force: true })
    }
    wasPresent.current = isPresent()
  }, [api, columns, year, words, filter, groups, folded, hasFlags])

  const passes = useCallback(
    ({ data }: IRowNode<MatrixRow>) => data !== undefined && isShown(data.id, passing.current),
    [],
  )
  return { shown, isPresent, passes }
}

function isPresent(): boolean {
  return (
    useWindow.getState().filter.trim() !== '' ||
    useGroups.getState().by !== null ||
    isFiltering(useProjectFilter.getState())
  )
}

function findPassing(
  columns: PlanColumns,
  year: FiscalYear,
  filter: ProjectFilter,
  query: string,
): ReadonlySet<number> {
  const found = findByWords(columns, foldWords(query))
  if (!isFiltering(filter)) return found
  const passing = columns.projects.filter((project) => {
    if (!found.has(project.id)) return false
    return passesFilter(project, figuresOf(columns, project.id, year), filter)
  })
  return new Set(passing.map(({ id }) => id))
}

function findByWords(columns: PlanColumns, words: readonly string[]): ReadonlySet<number> {
  if (words.length === 0) return new Set(columns.projectIds)
  const texts = searchTextsOf(columns)
  return new Set(columns.projectIds.filter((_, slot) => holdsWords(texts[slot] ?? '', words)))
}

function isShown(id: MatrixRow['id'], passing: ReadonlySet<number>): boolean {
  const { shown } = useGroups.getState()
  if (isGroupRow(id)) return (shown.get(id)?.length ?? 0) > 0
  return typeof id !== 'number' || (passing.has(id) && !isFoldedAway(id))
}
