import { type MatrixRow, rowIdOf } from '../matrix-row.ts'
import { ROW_HEADER } from './read-order.ts'

/** What lies under the pointer in the grid. */
export type GridTarget =
  | { readonly kind: 'cell'; readonly row: MatrixRow['id']; readonly column: string }
  | { readonly kind: 'row'; readonly row: MatrixRow['id'] }
  | { readonly kind: 'column'; readonly column: string }

/** Reads what an element of the grid belongs to; null for an editor, a resize grip and everything else. */
export function targetOf(element: EventTarget | null): GridTarget | null {
  if (!(element instanceof Element)) return null
  if (element.closest('.amount-editor, .ag-header-cell-resize')) return null
  const header = element.closest('.ag-header-cell')?.getAttribute('col-id')
  if (header) return { kind: 'column', column: header }
  const column = element.closest('.ag-cell')?.getAttribute('col-id')
  const row = rowIdOf(element.closest('.ag-row:not(.ag-row-pinned)')?.getAttribute('row-id'))
  if (!column || row === null) return null
  return column === ROW_HEADER ? { kind: 'row', row } : { kind: 'cell', row, column }
}

/** The cell at a point of the window; a point outside the rows counts as the nearest one inside. */
export function targetAt(root: HTMLElement, x: number, y: number): GridTarget | null {
  const box = rowsBox(root)
  const inX = Math.max(box.left + 1, Math.min(x, box.right - 2))
  const inY = Math.max(box.top + 1, Math.min(y, box.bottom - 2))
  return targetOf(document.elementFromPoint(inX, inY))
}

/** The part of the window the project rows are seen in. */
export function rowsBox(root: HTMLElement): DOMRect {
  const part = (selector: string) => root.querySelector(selector)?.getBoundingClientRect()
  const view = part('.ag-grid-viewport') ?? root.getBoundingClientRect()
  const top = part('.ag-header')?.bottom ?? view.top
  const bottom = part('.ag-grid-pinned-bottom-rows')?.top ?? view.bottom
  return new DOMRect(view.left, top, view.width, Math.max(0, bottom - top))
}
