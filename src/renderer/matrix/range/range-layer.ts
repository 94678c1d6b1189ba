import type { Column, GridApi } from 'ag-grid-community'
import type { MatrixRow } from '../matrix-row.ts'
import type { OrderReader } from './read-order.ts'
import { type Rectangle, rectanglesOf } from './rectangles.ts'
import type { CellRange, Selection } from './selection.ts'

/** More blocks than this are only drawn where they can be seen. */
const MOST_BLOCKS = 200

/** Rows drawn beyond the ones in sight. */
const MARGIN = 60

/** How a range is drawn beside the others. */
type RangeLook = '' | 'is-active' | 'is-cut'

/** Draws the selected ranges over the cells, one element each; it scrolls with the rows by itself. */
export class RangeLayer {
  private readonly layer = document.createElement('div')
  readonly handle = document.createElement('div')
  private scrolled = 0

  constructor(
    private readonly api: GridApi<MatrixRow>,
    private readonly root: HTMLElement,
    private readonly order: OrderReader,
  ) {
    this.layer.className = 'range-layer'
    this.handle.className = 'fill-handle'
    this.handle.dataset['testid'] = 'fill-handle'
    this.layer.setAttribute('aria-hidden', 'true')
  }

  /** Draws what is selected and, with a border that moves, what is cut. */
  draw(selection: Selection, cut: CellRange | null): void {
    const rows = this.root.querySelector('.ag-grid-scrolling-container')
    if (rows && this.layer.parentElement !== rows) rows.append(this.layer)
    this.clip()
    const parts = selection.flatMap((range, at) =>
      this.partsOfRange(range, at === selection.length - 1 ? 'is-active' : ''),
    )
    this.layer.replaceChildren(...parts, ...(cut ? this.partsOfRange(cut, 'is-cut') : []))
    if (selection.length === 1) this.placeHandle(parts.at(-1))
  }

  /** Keeps what is drawn from showing through the columns that stay in place, `left` px of the others being out of sight. */
  followScroll(left: number): void {
    if (left === this.scrolled) return
    this.scrolled = left
    this.clip()
  }

  remove(): void {
    this.layer.remove()
  }

  // Asking the grid how far it is scrolled would have it laid out first, with every key.
  private clip(): void {
    const left = this.scrolled
    this.layer.style.setProperty('--clip', `${left > 0 ? left + this.pinnedWidth() : 0}px`)
  }

  private partsOfRange(range: CellRange, look: RangeLook): HTMLElement[] {
    return this.inSight(rectanglesOf(range, this.order.read())).flatMap((rectangle) =>
      this.partsOf(rectangle, look),
    )
  }

  private inSight(rectangles: Rectangle[]): Rectangle[] {
    if (rectangles.length <= MOST_BLOCKS) return rectangles
    const first = this.api.getFirstDisplayedRowIndex() - MARGIN
    const last = this.api.getLastDisplayedRowIndex() + MARGIN
    return rectangles.filter(({ top, bottom }) => bottom >= first && top <= last)
  }

  private partsOf({ top, bottom, left, right }: Rectangle, look: RangeLook): HTMLElement[] {
    const columns = this.columns().slice(left, right + 1)
    const pinned = columns.filter((column) => column.isPinned())
    const free = columns.filter((column) => !column.isPinned())
    const [first, last] = [
      this.api.getDisplayedRowAtIndex(top),
      this.api.getDisplayedRowAtIndex(bottom),
    ]
    if (!first || !last) return []
    const y = first.rowTop ?? 0
    const height = (last.rowTop ?? 0) + (last.rowHeight ?? 0) - y
    return [pinned, free]
      .filter((part) => part.length > 0)
      .map((part) => this.part(part, { y, height, look }))
  }

  private part(
    columns: readonly Column[],
    { y, height, look }: { y: number; height: number; look: RangeLook },
  ): HTMLElement {
    const isPinned = columns[0]?.isPinned() ?? false
    const x = (columns[0]?.getLeft() ?? 0) + (isPinned ? 0 : this.pinnedWidth())
    const width = columns.reduce((sum, column) => sum + column.getActualWidth(), 0)
    const box = document.createElement('div')
    box.className = `range-box ${look}`
    box.dataset['testid'] = look === 'is-cut' ? 'cut-box' : 'range-box'
    box.style.cssText = `left:${x}px;width:${width}px;height:${height}px;`
    const track = document.createElement('div')
    track.className = isPinned ? 'range-track is-pinned' : 'range-track'
    track.style.cssText = `top:${y}px;height:${height}px;`
    track.append(box)
    return track
  }

  private placeHandle(part: HTMLElement | undefined): void {
    if (part && !part.classList.contains('is-pinned')) part.firstElementChild?.append(this.handle)
  }

  private columns(): Column[] {
    const order = this.order.read()
    return this.api
      .getAllDisplayedColumns()
      .filter((column) => order.indexOfColumn(column.getColId()) >= 0)
  }

  private pinnedWidth(): number {
    return this.api
      .getAllDisplayedColumns()
      .filter((column) => column.isPinned())
      .reduce((sum, column) => sum + column.getActualWidth(), 0)
  }
}
