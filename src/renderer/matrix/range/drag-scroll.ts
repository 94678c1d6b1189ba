import { rowsBox } from './cell-under.ts'

/** The fastest an edge scrolls, px a frame. */
const FASTEST = 40

/** How far a drag beyond an edge scrolls in a frame: the farther outside, the faster. */
export function scrollStep(at: number, from: number, to: number): number {
  if (at < from) return Math.max(-FASTEST, (at - from) / 2)
  return at > to ? Math.min(FASTEST, (at - to) / 2) : 0
}

/** Follows a drag from its first cell to the release of the button; beyond an edge the grid scrolls along. */
export function followDrag(
  root: HTMLElement,
  start: MouseEvent,
  { move, end }: { move(x: number, y: number): void; end(isMoved: boolean): void },
): void {
  let [x, y] = [start.clientX, start.clientY]
  let isMoved = false
  let frame = requestAnimationFrame(scroll)

  function scroll(): void {
    const viewport = root.querySelector('.ag-grid-viewport')
    const pinned = pinnedWidth(root)
    const box = rowsBox(root)
    const step = {
      left: scrollStep(x, box.left + pinned, box.right - 16),
      top: scrollStep(y, box.top, box.bottom),
    }
    if (isMoved && viewport && (step.left !== 0 || step.top !== 0)) {
      // The rows a scroll brings are drawn by the next frame, so what lies there is looked at first.
      move(x, y)
      viewport.scrollBy(step)
    }
    frame = requestAnimationFrame(scroll)
  }

  function drag(event: MouseEvent): void {
    // A press that trembles by a pixel or two is still a click.
    isMoved ||= Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > 3
    ;[x, y] = [event.clientX, event.clientY]
    if (isMoved) move(x, y)
  }

  function release(): void {
    cancelAnimationFrame(frame)
    document.removeEventListener('mousemove', drag)
    document.removeEventListener('mouseup', release)
    // What the last scroll brought under the pointer belongs to the drag.
    if (isMoved) move(x, y)
    end(isMoved)
  }

  document.addEventListener('mousemove', drag)
  document.addEventListener('mouseup', release)
}

/** The width of the columns that stay while the others scroll; a drag that began there does not scroll back. */
function pinnedWidth(root: HTMLElement): number {
  const last = root.querySelector('.ag-cell-last-left-pinned')
  const view = root.querySelector('.ag-grid-viewport')
  if (!last || !view) return 0
  return Math.max(0, last.getBoundingClientRect().right - view.getBoundingClientRect().left)
}
