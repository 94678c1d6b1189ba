import { ExactColumn } from './exact-column.ts'
import type { FiscalYear } from './fiscal-year.ts'
import { IdSlots } from './id-slots.ts'
import type { Project } from './project.ts'

/** The span of years a plan's figures lie in; offsets count from its first year. */
export interface YearSpan {
  readonly first: FiscalYear
  readonly count: number
}

/**
 * The projects of a plan by slot, the order of their entries, with what rules and totals read of them.
 * A row is `slot × years + offset`; amounts are whole đồng.
 */
export class ProjectColumns {
  readonly entries: readonly Project[]
  readonly ids: readonly number[]
  readonly need: Float64Array
  readonly totalInvestment: Float64Array
  readonly fundedBefore: Float64Array
  /** Money given in each row. */
  readonly given: ExactColumn
  /** Money before the plan and in all its years, by slot. */
  readonly funding: ExactColumn
  private readonly slots: IdSlots

  constructor(
    projects: Iterable<Project>,
    readonly span: YearSpan,
  ) {
    this.entries = [...projects]
    this.ids = this.entries.map(({ id }) => id)
    this.slots = new IdSlots(this.ids)
    const count = this.entries.length
    this.need = new Float64Array(count * span.count)
    this.totalInvestment = new Float64Array(count)
    this.fundedBefore = new Float64Array(count)
    this.given = new ExactColumn(count * span.count)
    this.funding = new ExactColumn(count)
    this.entries.forEach((project, slot) => this.fill(project, slot))
  }

  /** How many projects there are. */
  get count(): number {
    return this.entries.length
  }

  /** The slot of a project, or -1. */
  slotOf(id: number): number {
    return this.slots.of(id)
  }

  /** The row of a project in a year, or -1 outside the plan's figures. */
  rowOf(id: number, year: FiscalYear): number {
    return rowAt(this.slotOf(id), year, this.span)
  }

  /** Sums what each project is given in all years onto what it had before. */
  sumFunding(): void {
    for (let row = 0; row < this.given.length; row += 1) {
      this.funding.addFrom(this.given, row, Math.floor(row / this.span.count))
    }
  }

  /** The unmet part of the need of a row, whole đồng, exact. */
  shortfall(row: number): number {
    const short = (this.need[row] as number) - this.given.near(row)
    return short > 0 ? short : 0
  }

  private fill({ needs, totalInvestment, fundedBefore }: Project, slot: number): void {
    this.totalInvestment[slot] = Number(totalInvestment)
    this.fundedBefore[slot] = Number(fundedBefore)
    this.funding.add(slot, Number(fundedBefore))
    needs.forEach((need, year) => {
      this.need[rowAt(slot, year, this.span)] = Number(need)
    })
  }
}

/** The row of a slot in a year, or -1 where either is unknown. */
export function rowAt(slot: number, year: FiscalYear, { first, count }: YearSpan): number {
  const offset = year - first
  return slot < 0 || offset < 0 || offset >= count ? -1 : slot * count + offset
}
