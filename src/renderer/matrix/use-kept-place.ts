import type { ColumnState, GridApi } from 'ag-grid-community'
import { useEffect } from 'react'
import type { MatrixRow } from './matrix-row.ts'
import { focusAnchor } from './range/use-range-mouse.ts'
import { useWindow } from '../plan/window-store.ts'
import type { GridUp } from './use-hands.ts'

interface Place {
  readonly top: number
  readonly left: number
  readonly sort: readonly ColumnState[]
}

/** Where the matrix was left last. */
let kept: Place = { top: 0, left: 0, sort: [] }

/** Leaving the matrix and coming back finds it where it was: scrolled, sorted and with the focus on the same cell. */
export function useKeptPlace(grid: GridUp | null, isDrawn: boolean): void {
  useEffect(() => {
    if (!grid || !isDrawn) return
    const viewport = grid.root.querySelector('.ag-grid-viewport')
    if (useWindow.getState().jump === null) restore(grid, kept)
    const sort = () => {
      kept = { ...kept, sort: readSort(grid.api) }
    }
    const scroll = () => {
      if (viewport) kept = { ...kept, top: viewport.scrollTop, left: viewport.scrollLeft }
    }
    grid.api.addEventListener('sortChanged', sort)
    viewport?.addEventListener('scroll', scroll, { passive: true })
    return () => viewport?.removeEventListener('scroll', scroll)
  }, [grid, isDrawn])
}

function restore({ api, root }: GridUp, { top, left, sort }: Place): void {
  if (sort.length > 0) api.applyColumnState({ state: [...sort], defaultState: { sort: null } })
  requestAnimationFrame(() => {
    if (api.isDestroyed()) return
    // The focus may scroll by itself, so the scroll comes last.
    focusAnchor({ api })
    root.querySelector('.ag-grid-viewport')?.scrollTo(left, top)
  })
}

function readSort(api: GridApi<MatrixRow>): ColumnState[] {
  return api.getColumnState().flatMap(({ colId, sort }) => (sort ? [{ colId, sort }] : []))
}
