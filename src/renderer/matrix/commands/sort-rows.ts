import type { SortDirection } from 'ag-grid-community'
import type { Hands } from '../hands.ts'
import { activeRange } from '../range/selection-store.ts'

/** Sorts the rows by the column the selection began in, within their groups; null gives them back their own order. */
export function sortBySelected({ api }: Hands, sort: SortDirection): void {
  const column = activeRange()?.anchor.column
  const state = sort !== null && column !== undefined ? [{ colId: column, sort }] : []
  api.applyColumnState({ state, defaultState: { sort: null } })
}
