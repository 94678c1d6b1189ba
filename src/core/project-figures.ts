import { YEAR_LIMITS, type FiscalYear } from './fiscal-year.ts'
import type { Money } from './money.ts'
import type { Project } from './project.ts'
import type { YearSpan } from './year-rows.ts'

const WORD = 2 ** 32

/** Amounts as the projects hold them, until all are read. */
interface ExactFigures {
  readonly investments: BigInt64Array
  readonly funds: BigInt64Array
  readonly needs: BigInt64Array
}

/**
 * What projects state, by their place in a list and a year of a span, amounts in whole đồng of at most 10^15:
 * walking a nation's objects and maps is most of what an index costs, so it is done once.
 */
export class ProjectFigures {
  /** The need of each row, `place × years + offset`. */
  readonly need: Float64Array
  readonly totalInvestment: Float64Array
  readonly fundedBefore: Float64Array
  /** The year each starts in; 0 where it is not known. */
  readonly startYear: Int16Array
  /** The year each ends in; 0 where it is not known. */
  readonly endYear: Int16Array
  /** Whether it is a new start, 1, or goes on, 0. */
  readonly isNewStart: Uint8Array
  /** Whether its capital is recurrent, 1, or development, 0. */
  readonly isRecurrent: Uint8Array
  private firstYear: FiscalYear
  private lastYear: FiscalYear

  /** Reads the projects; needs in years beyond the span are left out, but told of by `reached`. */
  constructor(
    projects: readonly Project[],
    readonly span: YearSpan,
  ) {
    const { length } = projects
    this.firstYear = span.first
    this.lastYear = span.first + span.count - 1
    this.startYear = new Int16Array(length)
    this.endYear = new Int16Array(length)
    this.isNewStart = new Uint8Array(length)
    this.isRecurrent = new Uint8Array(length)
    const exact = {
      investments: new BigInt64Array(length),
      funds: new BigInt64Array(length),
      needs: new BigInt64Array(length * span.count),
    }
    this.read(projects, exact)
    this.totalInvestment = asDoubles(exact.investments)
    this.fundedBefore = asDoubles(exact.funds)
    this.need = asDoubles(exact.needs)
  }

  /** Reads the projects in as many years beyond a span as they state needs in; hardly any do, and those are read twice. */
  static reaching(projects: readonly Project[], span: YearSpan): ProjectFigures {
    const figures = new ProjectFigures(projects, span)
    const { reached } = figures
    return reached.count === span.count ? figures : new ProjectFigures(projects, reached)
  }

  /** The span, and every year beyond it that a need is stated in. */
  get reached(): YearSpan {
    return { first: this.firstYear, count: this.lastYear - this.firstYear + 1 }
  }

  private read(projects: readonly Project[], { investments, funds, needs }: ExactFigures): void {
    const { first, count } = this.span
    let slot = 0
    const put = (need: Money, year: FiscalYear) => {
      const offset = year - first
      if (offset >= 0 && offset < count) needs[slot * count + offset] = need
      else this.reach(year)
    }
    for (const project of projects) {
      investments[slot] = project.totalInvestment
      funds[slot] = project.fundedBefore
      this.startYear[slot] = project.startYear ?? 0
      this.endYear[slot] = project.endYear ?? 0
      this.isNewStart[slot] = Number(project.stage === 'new-start')
      this.isRecurrent[slot] = Number(project.capitalType === 'recurrent')
      project.needs.forEach(put)
      slot += 1
    }
  }

  private reach(year: FiscalYear): void {
    if (year < YEAR_LIMITS.first || year > YEAR_LIMITS.last) return
    this.firstYear = Math.min(this.firstYear, year)
    this.lastYear = Math.max(this.lastYear, year)
  }
}

/** Whole amounts up to ±2^53 turned into doubles where they stand, by their two words: ten times as fast as `Number` of each. */
function asDoubles({ buffer, length }: BigInt64Array): Float64Array {
  const low = new Uint32Array(buffer)
  const high = new Int32Array(buffer)
  const doubles = new Float64Array(buffer)
  for (let at = 0; at < length; at += 1) {
    doubles[at] = (high[2 * at + 1] as number) * WORD + (low[2 * at] as number)
  }
  return doubles
}
