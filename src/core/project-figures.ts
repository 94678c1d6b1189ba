import type { FiscalYear } from './fiscal-year.ts'
import type { Money } from './money.ts'
import type { Project } from './project.ts'

const WORD = 2 ** 32

/**
 * What projects state, by their place in a list, amounts in whole đồng of at most 10^15: walking a nation's
 * objects and maps is most of what an index costs, so it is done once.
 */
export class ProjectFigures {
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
  private readonly investments: BigInt64Array
  private readonly funds: BigInt64Array
  private owners: Int32Array
  private years: Int16Array
  private needs: BigInt64Array
  private count = 0

  /** Reads the projects; `years` is how many needs most of them state. */
  constructor(projects: readonly Project[], years: number) {
    const expected = Math.max(1, projects.length * years)
    this.investments = new BigInt64Array(projects.length)
    this.funds = new BigInt64Array(projects.length)
    this.startYear = new Int16Array(projects.length)
    this.endYear = new Int16Array(projects.length)
    this.isNewStart = new Uint8Array(projects.length)
    this.isRecurrent = new Uint8Array(projects.length)
    this.owners = new Int32Array(expected)
    this.years = new Int16Array(expected)
    this.needs = new BigInt64Array(expected)
    this.read(projects)
    this.totalInvestment = toDoubles(this.investments)
    this.fundedBefore = toDoubles(this.funds)
  }

  /** The years that needs are stated in, as often as they are. */
  get needYears(): Int16Array {
    return this.years.subarray(0, this.count)
  }

  /** The needs, one after another, with the place in the list each belongs to. */
  get stated(): { owner: Int32Array; year: Int16Array; need: Float64Array } {
    const need = toDoubles(this.needs.subarray(0, this.count))
    return { owner: this.owners, year: this.years, need }
  }

  private read(projects: readonly Project[]): void {
    let slot = 0
    const put = (need: Money, year: FiscalYear) => {
      if (this.count === this.needs.length) this.grow()
      this.owners[this.count] = slot
      this.years[this.count] = year
      this.needs[this.count] = need
      this.count += 1
    }
    for (const project of projects) {
      this.investments[slot] = project.totalInvestment
      this.funds[slot] = project.fundedBefore
      this.startYear[slot] = project.startYear ?? 0
      this.endYear[slot] = project.endYear ?? 0
      this.isNewStart[slot] = Number(project.stage === 'new-start')
      this.isRecurrent[slot] = Number(project.capitalType === 'recurrent')
      project.needs.forEach(put)
      slot += 1
    }
  }

  private grow(): void {
    const [owners, years, needs] = [this.owners, this.years, this.needs]
    this.owners = new Int32Array(2 * owners.length)
    this.years = new Int16Array(2 * years.length)
    this.needs = new BigInt64Array(2 * needs.length)
    this.owners.set(owners)
    this.years.set(years)
    this.needs.set(needs)
  }
}

/** Whole amounts up to ±2^53 as doubles, by their two words: ten times as fast as `Number` of each. */
function toDoubles(amounts: BigInt64Array): Float64Array {
  const { buffer, byteOffset, length } = amounts
  const low = new Uint32Array(buffer, byteOffset, 2 * length)
  const high = new Int32Array(buffer, byteOffset, 2 * length)
  const doubles = new Float64Array(length)
  for (let at = 0; at < length; at += 1) {
    doubles[at] = (high[2 * at + 1] as number) * WORD + (low[2 * at] as number)
  }
  return doubles
}
