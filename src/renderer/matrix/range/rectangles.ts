import type { GridOrder } from './grid-order.ts'
import type { CellRange } from './selection.ts'

/** A block of neighbouring cells by position, both ends included. */
export interface Rectangle {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Where a range stands now: one block, or several once a sort has torn its rows apart; nothing where it is hidden. */
export function rectanglesOf({ rows, columns }: CellRange, order: GridOrder): Rectangle[] {
  const across = runs(columns.map((column) => order.indexOfColumn(column)))
  return runs(rows.map((row) => order.indexOfRow(row))).flatMap(([top, bottom]) =>
    across.map(([left, right]) => ({ top, bottom, left, right })),
  )
}

/** Runs of neighbouring positions, first to last; a hidden one is -1 and left out. */
function runs(positions: readonly number[]): [number, number][] {
  const sorted = positions.filter((at) => at >= 0).sort((a, b) => a - b)
  const found: [number, number][] = []
  for (const at of sorted) {
    const last = found.at(-1)
    if (last && at <= last[1] + 1) last[1] = at
    else found.push([at, at])
  }
  return found
}
