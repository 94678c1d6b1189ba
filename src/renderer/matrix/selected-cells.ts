import type { CellText } from '../../contract/block.ts'
import type { Cell } from '../../core/allocation.ts'
import { useWindow } from '../plan/window-store.ts'
import { isGroupRow, lineOfColumn, yearOfColumn } from './matrix-row.ts'
import type { CellPoint } from './range/grid-order.ts'
import { type Selection, cellsOf } from './range/selection.ts'

/** The cell of the plan at a point of the matrix, or null where none is shown there. */
export function cellAt({ row, column }: CellPoint): Cell | null {
  const line = lineOfColumn(column)
  if (typeof row !== 'number' || line === null) return null
  return { project: row, line, year: yearOfColumn(column) ?? useWindow.getState().year }
}

/** The selected cells of the plan, and how many selected ones are computed; group rows only frame and are left out. */
export function readSelectedCells(selection: Selection): {
  readonly cells: readonly Cell[]
  readonly computed: readonly CellPoint[]
} {
  const cells: Cell[] = []
  const computed: CellPoint[] = []
  for (const point of cellsOf(selection)) {
    if (isGroupRow(point.row)) continue
    const cell = cellAt(point)
    if (cell) cells.push(cell)
    else computed.push(point)
  }
  return { cells, computed }
}

/** The same text for every cell. */
export function textForAll(cells: readonly Cell[], text: string): CellText[] {
  return cells.map((cell) => ({ ...cell, text }))
}
