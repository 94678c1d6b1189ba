import type { Cell } from './allocation.ts'
import { compareEntries } from './compare-text.ts'
import type { FiscalYear } from './fiscal-year.ts'
import type { PlanIndex } from './plan-index.ts'
import { UNCOUNTED } from './programme-totals.ts'

/** The cells through which lines give a project money in these years: by year, then by line code. */
export function cellsOfProject(
  { cells, lines, projects }: PlanIndex,
  project: number,
  years: readonly FiscalYear[],
): Cell[] {
  return years.flatMap((year) => {
    const row = projects.rowOf(project, year)
    const paying = []
    for (let node = row < 0 ? row : cells.first(row); node >= 0; node = cells.next(node)) {
      paying.push(lines.entries[cells.line(node)])
    }
    const found = paying.filter((line) => line !== undefined).sort(compareEntries)
    return found.map((line) => ({ project, line: line.id, year }))
  })
}

/** The cells through which a line gives projects money in a year, by project code. */
export function cellsOfLine(
  { cells, lines, projects }: PlanIndex,
  line: number,
  year: FiscalYear,
): Cell[] {
  const slot = lines.slotOf(line)
  const offset = year - projects.span.first
  const paid = projects.entries.filter((_, project) => {
    let node = cells.first(project * projects.span.count + offset)
    while (node >= 0 && cells.line(node) !== slot) node = cells.next(node)
    return node >= 0
  })
  return paid.sort(compareEntries).map(({ id }) => ({ project: id, line, year }))
}

/** Of these cells, those through which a target programme pays. */
export function programmeCells({ lines, programmes }: PlanIndex, cells: readonly Cell[]): Cell[] {
  return cells.filter(({ line }) => {
    const programme = programmes.counted[lines.slotOf(line)] ?? UNCOUNTED
    return programme !== UNCOUNTED
  })
}
