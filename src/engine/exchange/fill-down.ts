import type { CellRange, TableCell, TableRow } from './sheet-table.ts'

/** Gives each row the text of cells merged down over it, in these columns alone: a merged amount is one amount, not several. */
export function fillDown(
  rows: readonly TableRow[],
  merges: readonly CellRange[],
  columns: ReadonlySet<number>,
): readonly TableRow[] {
  const down = merges.filter(({ top, bottom, left }) => bottom > top && columns.has(left))
  if (down.length === 0) return rows
  const rowAt = new Map(rows.map((row) => [row.number, row]))
  const filled = new Map<number, TableCell[]>()
  for (const { top, bottom, left } of down) {
    const value = rowAt.get(top)?.cells[left]
    if (value === undefined || value === '') continue
    for (let number = top + 1; number <= bottom; number += 1) {
      const row = rowAt.get(number)
      if (!row) continue
      const cells = filled.get(number) ?? [...row.cells]
      while (cells.length <= left) cells.push('')
      cells[left] = value
      filled.set(number, cells)
    }
  }
  return rows.map((row) => ({ number: row.number, cells: filled.get(row.number) ?? row.cells }))
}
