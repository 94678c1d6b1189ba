import { ExactColumn } from './exact-column.ts'
import type { Project } from './project.ts'
import { YearRows, type YearSpan, rowAt } from './year-rows.ts'

/**
 * The projects of a plan with what rules and totals read of them, by slot or by row; amounts are whole đồng.
 */
export class ProjectColumns extends YearRows<Project> {
  readonly need: Float64Array
  readonly totalInvestment: Float64Array
  readonly fundedBefore: Float64Array
  /** The year each starts in, by slot; 0 where it is not known. */
  readonly startYear: Int16Array
  /** Whether its capital is recurrent, 1, or development, 0, by slot. */
  readonly isRecurrent: Uint8Array
  /** Money given in each row. */
  readonly given: ExactColumn
  /** Money before the plan and in all its years, by slot. */
  readonly funding: ExactColumn

  constructor(projects: Iterable<Project>, span: YearSpan) {
    super(projects, span)
    this.need = new Float64Array(this.rows)
    this.totalInvestment = new Float64Array(this.count)
    this.fundedBefore = new Float64Array(this.count)
    this.startYear = new Int16Array(this.count)
    this.isRecurrent = new Uint8Array(this.count)
    this.given = new ExactColumn(this.rows)
    this.funding = new ExactColumn(this.count)
    this.entries.forEach((project, slot) => this.fill(project, slot))
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

  private fill(project: Project, slot: number): void {
    const { needs, totalInvestment, fundedBefore } = project
    this.startYear[slot] = project.startYear ?? 0
    this.isRecurrent[slot] = Number(project.capitalType === 'recurrent')
    this.totalInvestment[slot] = Number(totalInvestment)
    this.fundedBefore[slot] = Number(fundedBefore)
    this.funding.add(slot, Number(fundedBefore))
    needs.forEach((need, year) => {
      this.need[rowAt(slot, year, this.span)] = Number(need)
    })
  }
}
