import type { EligibleLines } from '../eligible-lines.ts'
import type { PlanIndex } from '../plan-index.ts'
import type { Affected } from './affected.ts'

const NOTHING: readonly number[] = []

/** Which projects still owe, sector by sector and year by year: arrears not yet covered by the money given up to that year. */
export class ArrearsStanding {
  private readonly owing: Uint8Array
  private readonly arrears: Float64Array
  /** How many projects of a sector owe in a year. */
  private readonly counts: Int32Array
  /** The projects that had arrears to begin with, by sector. */
  private readonly owers = new Map<number, number[]>()

  constructor(
    private readonly index: PlanIndex,
    private readonly eligible: EligibleLines,
    private readonly offsets: readonly number[],
  ) {
    const { entries, count, span } = index.projects
    this.owing = new Uint8Array(count * span.count)
    this.arrears = new Float64Array(count)
    this.counts = new Int32Array(eligible.sectorCount * span.count)
    entries.forEach(({ arrears }, slot) => {
      if (arrears <= 0n) return
      this.arrears[slot] = Number(arrears)
      const sector = eligible.sectorOf[slot] as number
      const owers = this.owers.get(sector)
      if (owers) owers.push(slot)
      else this.owers.set(sector, [slot])
      this.count(slot)
    })
  }

  /** How many other projects of its sector owe in a year. */
  othersOwing(project: number, offset: number): number {
    const years = this.index.projects.span.count
    const sector = this.eligible.sectorOf[project] as number
    return (
      (this.counts[sector * years + offset] as number) -
      (this.owing[project * years + offset] as number)
    )
  }

  /** The other projects of its sector that owe in a year. */
  listOthers(project: number, offset: number): number[] {
    const years = this.index.projects.span.count
    const owers = this.owers.get(this.eligible.sectorOf[project] as number) ?? []
    return owers.filter((ower) => ower !== project && this.owing[ower * years + offset] === 1)
  }

  /** What a project still owes after a year, whole đồng; never negative. */
  owedBy(project: number, offset: number): bigint {
    const { entries, given, span } = this.index.projects
    let owed: bigint = entries[project]?.arrears ?? 0n
    for (let at = 0; at <= offset; at += 1) owed -= given.get(project * span.count + at)
    return owed > 0n ? owed : 0n
  }

  /** Follows money given to a project and names the sector's new starts its owing may have changed. */
  follow(project: number): Affected[] {
    const sector = this.eligible.sectorOf[project] as number
    return this.count(project).flatMap((offset) =>
      this.newStartsOf(sector).map((newStart) => ({ project: newStart, offset })),
    )
  }

  /** Counts whether a project owes; the offsets of years where its sector came to, or from, a single ower. */
  private count(project: number): readonly number[] {
    const { given, span } = this.index.projects
    const arrears = this.arrears[project] as number
    if (arrears === 0) return NOTHING
    const changed: number[] = []
    let covered = 0
    for (let offset = 0; offset < span.count; offset += 1) {
      const row = project * span.count + offset
      covered += given.near(row)
      const isOwing = Number(covered < arrears)
      if (!this.offsets.includes(offset) || this.owing[row] === isOwing) continue
      this.owing[row] = isOwing
      const at = (this.eligible.sectorOf[project] as number) * span.count + offset
      const before = this.counts[at] as number
      this.counts[at] = before + (isOwing === 1 ? 1 : -1)
      // With two more owing, every new start of the sector has another that owes either way.
      if (Math.min(before, this.counts[at] as number) <= 1) changed.push(offset)
    }
    return changed
  }

  private newStartsOf(sector: number): number[] {
    const { count, isNewStart } = this.index.projects
    const found: number[] = []
    for (let slot = 0; slot < count; slot += 1) {
      if (isNewStart[slot] === 1 && this.eligible.sectorOf[slot] === sector) found.push(slot)
    }
    return found
  }
}
