import { compareText } from '../compare-text.ts'
import type { EligibleLines } from '../eligible-lines.ts'
import { hasBit } from '../line-mask.ts'
import type { PlanIndex } from '../plan-index.ts'
import type { Project, ProjectStage } from '../project.ts'
import type { Affected } from './affected.ts'

// Tiers are 0 to 7; a stage the policy does not place is funded last.
const TIERS = 8
const NOBODY = TIERS

/** Who waits, by priority: the earliest tier with an unmet need that a line could meet, per sector, year and line. */
export class PriorityStanding {
  private readonly tierOf: Uint8Array
  private readonly waits: Uint8Array
  /** How many projects of a class and tier wait in a year. */
  private readonly counts: Int32Array
  /** The earliest waiting tier by sector, year and line. */
  private readonly earliest: Uint8Array
  private readonly years: number
  /** The first project waiting at the head of each queue, found when first asked for after an edit. */
  private readonly heads = new Map<number, number>()
  private byCode: Int32Array | null = null

  constructor(
    private readonly index: PlanIndex,
    private readonly eligible: EligibleLines,
    private readonly offsets: readonly number[],
  ) {
    const { entries, count, span } = index.projects
    const tiers = new Map<ProjectStage, number>(
      index.plan.settings.policy.tiers.map(({ stage, tier }) => [stage, tier]),
    )
    this.years = span.count
    this.tierOf = new Uint8Array(count)
    entries.forEach(({ stage }, slot) => {
      this.tierOf[slot] = tiers.get(stage) ?? TIERS - 1
    })
    this.waits = new Uint8Array(count * this.years)
    this.counts = new Int32Array(eligible.classes.length * this.years * TIERS)
    this.earliest = new Uint8Array(eligible.sectorCount * this.years * index.lines.count).fill(
      NOBODY,
    )
    for (let project = 0; project < count; project += 1) {
      for (const offset of offsets) this.count(project, offset)
    }
    this.eligible.classes.forEach((_, of) => {
      for (const offset of offsets) this.offer(of, offset)
    })
  }

  /** Whether money of a line slot that a project gets in a year jumps the queue. */
  isAhead(project: number, line: number, offset: number): boolean {
    const sector = this.eligible.sectorOf[project] as number
    return (
      (this.earliest[this.queue(sector, offset, line)] as number) < (this.tierOf[project] as number)
    )
  }

  /** The first project, by code, of the earliest tier that waits for a line's money in a sector and year. */
  headOf(sector: number, line: number, offset: number): number {
    const queue = this.queue(sector, offset, line)
    let head = this.heads.get(queue)
    if (head === undefined) {
      head = this.findHead(sector, line, offset)
      this.heads.set(queue, head)
    }
    return head
  }

  /** Follows money given to a project in a year; where a queue's head changes, all its sector may. */
  follow(project: number, offset: number): Affected[] {
    // Clearing an empty map builds a new one.
    if (this.heads.size > 0) this.heads.clear()
    if (!this.offsets.includes(offset) || !this.count(project, offset)) return []
    const sector = this.eligible.sectorOf[project] as number
    if (!this.recountQueues(sector, offset)) return []
    const affected: Affected[] = []
    this.eligible.sectorOf.forEach((of, other) => {
      if (of === sector) affected.push({ project: other, offset })
    })
    return affected
  }

  /** Counts whether a project waits; true where that begins or ends a class's waiting in its tier. */
  private count(project: number, offset: number): boolean {
    const { projects } = this.index
    const row = project * this.years + offset
    const isWaiting = Number(projects.shortfall(row) > 0)
    const step = isWaiting - (this.waits[row] as number)
    if (step === 0) return false
    this.waits[row] = isWaiting
    const at =
      ((this.eligible.classOf[project] as number) * this.years + offset) * TIERS +
      (this.tierOf[project] as number)
    const before = this.counts[at] as number
    this.counts[at] = before + step
    return before === 0 || before + step === 0
  }

  private recountQueues(sector: number, offset: number): boolean {
    const first = this.queue(sector, offset, 0)
    const lines = this.earliest.subarray(first, first + this.index.lines.count)
    const before = lines.slice()
    lines.fill(NOBODY)
    this.eligible.classes.forEach((of, slot) => {
      if (of.sector === sector) this.offer(slot, offset)
    })
    return lines.some((tier, line) => tier !== before[line])
  }

  /** Puts the earliest waiting tier of a class at the head of the queues of its lines. */
  private offer(of: number, offset: number): void {
    const { sector, mask } = this.eligible.classes[of] as { sector: number; mask: Uint32Array }
    const first = (of * this.years + offset) * TIERS
    let tier = 0
    while (tier < TIERS && this.counts[first + tier] === 0) tier += 1
    if (tier === NOBODY) return
    for (let line = 0; line < this.index.lines.count; line += 1) {
      const queue = this.queue(sector, offset, line)
      if (hasBit(mask, line) && tier < (this.earliest[queue] as number)) this.earliest[queue] = tier
    }
  }

  private findHead(sector: number, line: number, offset: number): number {
    const tier = this.earliest[this.queue(sector, offset, line)]
    this.byCode ??= orderByCode(this.index.projects.entries)
    const head = this.byCode.find(
      (project) =>
        this.eligible.sectorOf[project] === sector &&
        this.tierOf[project] === tier &&
        this.waits[project * this.years + offset] === 1 &&
        this.eligible.canPay(project, line),
    )
    return head ?? -1
  }

  private queue(sector: number, offset: number, line: number): number {
    return (sector * this.years + offset) * this.index.lines.count + line
  }
}

/** The slots of projects by code; of equal codes the earlier slot first, as sorting keeps them. */
function orderByCode(entries: readonly Project[]): Int32Array {
  const codes = entries.map(({ code }) => code)
  return new Int32Array(
    [...codes.keys()].sort((a, b) => compareText(codes[a] ?? '', codes[b] ?? '')),
  )
}
