import type { Column, GridApi } from 'ag-grid-community'

/**
 * Whether a cell's column is wholly in sight, beside the columns that stay in place and the scroll bar that
 * lies over the last one. Asking the grid to bring it there has everything laid out and drawn at once, so it
 * is only asked where that moves something.
 */
export function isColumnInSight(api: GridApi, column: Column, cell: HTMLElement): boolean {
  if (column.isPinned()) return true
  const view = cell.closest('.ag-grid-viewport')
  if (!view) return false
  const pinned = api.getDisplayedLeftColumns().reduce((width, of) => width + of.getActualWidth(), 0)
  const bar = view.closest('.ag-root')?.querySelector('.ag-body-vertical-scroll')?.clientWidth ?? 0
  const start = view.getBoundingClientRect().left
  const { left, right } = cell.getBoundingClientRect()
  return left >= start + pinned && right <= start + view.clientWidth - bar
}
