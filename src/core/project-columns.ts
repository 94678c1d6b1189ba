import { ExactColumn } from './exact-column.ts'
import type { Project } from './project.ts'
import { ProjectFigures } from './project-figures.ts'
import { YearRows, type YearSpan } from './year-rows.ts'

/**
 * The projects of a plan with what rules and totals read of them, by slot or by row; amounts are whole đồng.
 */
export class ProjectColumns extends YearRows<Project> {
  readonly need: Float64Array
  readonly totalInvestment: Float64Array
  readonly fundedBefore: Float64Array
  /** The year each starts in, by slot; 0 where it is not known. */
  readonly startYear: Int16Array
  /** The year each ends in, by slot; 0 where it is not known. */
  readonly endYear: Int16Array
  /** Whether it is a new start, 1, or goes on, 0, by slot. */
  readonly isNewStart: Uint8Array
  /** Whether its capital is recurrent, 1, or development, 0, by slot. */
  readonly isRecurrent: Uint8Array
  /** Money given in each row. */
  readonly given: ExactColumn
  /** Money before the plan and in all its years, by slot. */
  readonly funding: ExactColumn

  constructor(
    projects: readonly Project[],
    span: YearSpan,
    figures = new ProjectFigures(projects, span),
  ) {
    super(projects, span)
    this.totalInvestment = figures.totalInvestment
    this.fundedBefore = figures.fundedBefore
    this.startYear = figures.startYear
    this.endYear = figures.endYear
    this.isNewStart = figures.isNewStart
    this.isRecurrent = figures.isRecurrent
    this.need = figures.need
    this.given = new ExactColumn(this.rows)
    this.funding = new ExactColumn(this.count)
  }

  /** Sums what each project had before and is given in all years. */
  sumFunding(): void {
    let row = 0
    for (let slot = 0; slot < this.count; slot += 1) {
      this.funding.add(slot, this.fundedBefore[slot] as number)
      for (let offset = 0; offset < this.span.count; offset += 1) {
        this.funding.addFrom(this.given, row, slot)
        row += 1
      }
    }
  }

  /** The unmet part of the need of a row, whole đồng, exact. */
  shortfall(row: number): number {
    const short = (this.need[row] as number) - this.given.near(row)
    return short > 0 ? short : 0
  }
}
