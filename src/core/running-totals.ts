import { ExactColumn } from './exact-column.ts'
import type { FiscalYear } from './fiscal-year.ts'
import type { LineColumns } from './line-columns.ts'
import { type Money, money } from './money.ts'
import type { ProjectColumns } from './project-columns.ts'

/** Exact sums over a year or the period, whole đồng; `remaining` is ceiling less reserve less allocated. */
export interface Totals {
  readonly ceiling: Money
  readonly reserve: Money
  readonly allocated: Money
  readonly remaining: Money
  readonly need: Money
  readonly shortfall: Money
}

/** Sums over all lines and projects by year, whole đồng; an edit adds what it moved. */
export class RunningTotals {
  private readonly ceiling: ExactColumn
  private readonly reserve: ExactColumn
  private readonly allocated: ExactColumn
  private readonly need: ExactColumn
  private readonly shortfall: ExactColumn

  constructor(
    private readonly lines: LineColumns,
    projects: ProjectColumns,
  ) {
    const { count } = lines.span
    this.ceiling = sumByYear(lines.ceiling, count)
    this.reserve = sumByYear(lines.reserve, count)
    this.need = new ExactColumn(count)
    this.shortfall = new ExactColumn(count)
    this.allocated = new ExactColumn(count)
    for (let row = 0; row < projects.rows; ) {
      for (let offset = 0; offset < count; offset += 1) {
        this.need.add(offset, projects.need[row] as number)
        this.shortfall.add(offset, projects.shortfall(row))
        row += 1
      }
    }
    // What lines have given is what projects got, and lines are few.
    for (let row = 0; row < lines.rows; row += 1) {
      this.allocated.addFrom(lines.drawn, row, row % count)
    }
  }

  /** Follows what an edit moved at a year's offset. */
  add(offset: number, allocated: number, shortfall: number): void {
    this.allocated.add(offset, allocated)
    this.shortfall.add(offset, shortfall)
  }

  /** The sums of these years together. */
  sum(years: readonly FiscalYear[]): Totals {
    const { first, count } = this.lines.span
    const offsets = years.map((year) => year - first).filter((at) => at >= 0 && at < count)
    const over = (column: ExactColumn) =>
      money(offsets.reduce((total, offset) => total + column.get(offset), 0n))
    const [ceiling, reserve, allocated] = [
      over(this.ceiling),
      over(this.reserve),
      over(this.allocated),
    ]
    return {
      ceiling,
      reserve,
      allocated,
      remaining: money(ceiling - reserve - allocated),
      need: over(this.need),
      shortfall: over(this.shortfall),
    }
  }
}

function sumByYear(amounts: Float64Array, years: number): ExactColumn {
  const sums = new ExactColumn(years)
  for (let row = 0; row < amounts.length; row += 1) sums.add(row % years, amounts[row] as number)
  return sums
}
