import type { BodyScrollEvent } from 'ag-grid-community'
import { useEffect, useMemo } from 'react'
import { useWindow } from '../../plan/window-store.ts'
import { useCut } from '../clipboard/cut-store.ts'
import { RangeLayer } from './range-layer.ts'
import type { CellRange } from './selection.ts'
import { selected, useSelection } from './selection-store.ts'
import type { MouseGrid } from './use-range-mouse.ts'

/** What moves rows or columns under the ranges. */
const MOVES = ['modelUpdated', 'displayedColumnsChanged', 'columnResized', 'columnMoved'] as const

/** Keeps the drawn ranges on the cells they select. */
export function useRangeLayer(grid: MouseGrid | null): RangeLayer | null {
  const layer = useMemo(() => grid && new RangeLayer(grid.api, grid.root, grid.order), [grid])
  useEffect(() => {
    if (!grid || !layer) return
    const draw = () => layer.draw(selected(), cutInSight())
    const move = () => {
      grid.order.forget()
      draw()
    }
    const scroll = ({ left }: BodyScrollEvent) => layer.followScroll(left)
    for (const event of MOVES) grid.api.addEventListener(event, move)
    grid.api.addEventListener('bodyScroll', scroll)
    grid.api.addEventListener('bodyScrollEnd', draw)
    const stops = [
      useSelection.subscribe(draw),
      useCut.subscribe(draw),
      useWindow.subscribe(({ year }, before) => year !== before.year && draw()),
    ]
    layer.followScroll(grid.api.getHorizontalPixelRange().left)
    draw()
    return () => {
      for (const stop of stops) stop()
      layer.remove()
      if (grid.api.isDestroyed()) return
      for (const event of MOVES) grid.api.removeEventListener(event, move)
      grid.api.removeEventListener('bodyScroll', scroll)
      grid.api.removeEventListener('bodyScrollEnd', draw)
    }
  }, [grid, layer])
  return layer
}

/** What is cut, where the year it was cut in is the one shown. */
function cutInSight(): CellRange | null {
  const { cut } = useCut.getState()
  return cut && cut.year === useWindow.getState().year ? cut.range : null
}
