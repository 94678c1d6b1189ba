import type { EligibleLines } from '../eligible-lines.ts'
import { hasBit } from '../line-mask.ts'
import type { PlanIndex } from '../plan-index.ts'
import type { Affected } from './affected.ts'

const SAFE_DRIFT = 2 ** 50
// A little less than the distance, so that no rounding of a sum can hide a crossing.
const MARGIN = 0.999

/**
 * The money still free, over the plan's years, in all lines that may pay a class of projects; and which
 * new starts need more than that to be completed.
 *
 * Every edit moves some line's money and so the free money of many classes. A class is summed again only
 * once the money moved since it last was could have carried one of its projects across the mark.
 */
export class FreeMoney {
  private readonly free: Float64Array
  private readonly rowFree: Float64Array
  private readonly newStarts: number[][]
  /** The drift at which a class must be looked at again. */
  private readonly deadlines: Float64Array
  private drift = 0
  private nextDeadline = Infinity

  constructor(
    private readonly index: PlanIndex,
    private readonly eligible: EligibleLines,
    private readonly offsets: readonly number[],
  ) {
    const { lines, projects } = index
    this.free = new Float64Array(eligible.classes.length)
    this.deadlines = new Float64Array(eligible.classes.length).fill(Infinity)
    this.rowFree = new Float64Array(lines.count * lines.span.count)
    for (let line = 0; line < lines.count; line += 1) {
      for (const offset of offsets) this.measureRow(line, offset)
    }
    this.newStarts = eligible.classes.map(() => [])
    projects.isNewStart.forEach((isNew, slot) => {
      if (isNew === 1) this.newStarts[eligible.classOf[slot] as number]?.push(slot)
    })
    this.measureAll()
  }

  /** What a project still needs to its total investment, whole đồng; never negative. */
  missing(project: number): number {
    const { totalInvestment, funding } = this.index.projects
    return Math.max(0, (totalInvestment[project] as number) - funding.near(project))
  }

  /** Whether a new start needs more than all the money still free for it. */
  isBeyondReach(project: number): boolean {
    const missing = this.missing(project)
    return missing > 0 && missing > (this.free[this.eligible.classOf[project] as number] as number)
  }

  /** The money still free for a project in all lines that may pay it, exact. */
  freeFor(project: number): bigint {
    const { lines } = this.index
    let free = 0n
    for (let line = 0; line < lines.count; line += 1) {
      if (!this.eligible.canPay(project, line)) continue
      for (const offset of this.offsets) {
        free += BigInt(this.rowFree[line * lines.span.count + offset] as number)
      }
    }
    return free
  }

  /** Follows money a line gave a project and names the new starts it may have put in or out of reach. */
  follow(project: number, line: number, offset: number): Affected[] {
    if (!this.offsets.includes(offset)) return []
    this.drift += this.measureRow(line, offset)
    if (this.index.projects.isNewStart[project] === 1) this.approach(project)
    if (this.drift < this.nextDeadline) return []
    const due = [...this.deadlines.keys()].filter(
      (of) => (this.deadlines[of] as number) <= this.drift,
    )
    if (this.drift > SAFE_DRIFT) this.measureAll()
    else for (const of of due) this.measure(of)
    this.nextDeadline = least(this.deadlines)
    return due.flatMap((of) => this.affectedBy(of))
  }

  /** Notes how near the mark a project's own money has brought it; the others of its class stay where they are. */
  private approach(project: number): void {
    const of = this.eligible.classOf[project] as number
    const free = this.sum(of)
    this.free[of] = free
    const deadline = this.drift + this.distance(project, free) * MARGIN
    if (deadline >= (this.deadlines[of] as number)) return
    this.deadlines[of] = deadline
    this.nextDeadline = Math.min(this.nextDeadline, deadline)
  }

  private affectedBy(of: number): Affected[] {
    return (this.newStarts[of] ?? []).map((project) => ({ project, offset: null }))
  }

  private measureAll(): void {
    this.drift = 0
    for (let of = 0; of < this.free.length; of += 1) this.measure(of)
    this.nextDeadline = least(this.deadlines)
  }

  /** Sums the free money of a class and how far its nearest project is from the mark. */
  private measure(of: number): void {
    const projects = this.newStarts[of] ?? []
    if (projects.length === 0) return
    const free = this.sum(of)
    let nearest = Infinity
    for (const project of projects) nearest = Math.min(nearest, this.distance(project, free))
    this.free[of] = free
    this.deadlines[of] = this.drift + nearest * MARGIN
  }

  /** How far a project is from the mark; one that misses nothing only its own money can bring there. */
  private distance(project: number, free: number): number {
    const missing = this.missing(project)
    return missing === 0 ? Infinity : Math.abs(missing - free)
  }

  private sum(of: number): number {
    const { lines } = this.index
    const mask = this.eligible.classes[of]?.mask
    let free = 0
    for (let line = 0; line < lines.count; line += 1) {
      if (!hasBit(mask, line)) continue
      for (const offset of this.offsets) {
        free += this.rowFree[line * lines.span.count + offset] as number
      }
    }
    return free
  }

  /** Measures what a line may still give in a year and tells by how much that moved. */
  private measureRow(line: number, offset: number): number {
    const { lines } = this.index
    const row = line * lines.span.count + offset
    const isOpen = lines.span.first + offset <= (lines.validUntil[line] as number)
    const free = isOpen ? Math.max(0, lines.remaining(row)) : 0
    const moved = Math.abs(free - (this.rowFree[row] as number))
    this.rowFree[row] = free
    return moved
  }
}

function least(numbers: Float64Array): number {
  return numbers.reduce((smallest, number) => Math.min(smallest, number), Infinity)
}
