import type { Cell } from '../allocation.ts'
import { EligibleLines } from '../eligible-lines.ts'
import type { FiscalYear } from '../fiscal-year.ts'
import type { PlanIndex } from '../plan-index.ts'
import { middleOf } from '../middle-of.ts'
import type { Policy } from '../policy.ts'
import type { Project } from '../project.ts'
import type { Affected } from './affected.ts'
import { ApartLines } from './apart-lines.ts'
import { ArrearsStanding } from './arrears-standing.ts'
import { FreeMoney } from './free-money.ts'
import { PriorityStanding } from './priority-standing.ts'
import { TaskMoney } from './task-money.ts'

const NO_LIMIT = -1
const NOBODY: readonly Affected[] = []

/** What rules know beyond running totals, kept current: who may be paid by what, arrears, priorities, free money. */
export class PlanFacts {
  readonly eligible: EligibleLines
  readonly arrears: ArrearsStanding
  readonly priority: PriorityStanding
  readonly free: FreeMoney
  readonly tasks: TaskMoney
  /** The offsets of the plan's years in the columns. */
  readonly offsets: readonly number[]
  readonly apart: ApartLines
  /** The years each project slot may take from its start, -1 where none are set or no start is known. */
  readonly allowedYears: Int16Array
  readonly policy: Policy
  /** The policy's least share of a line, whole đồng: a number, since it is compared with every cell. */
  readonly minShare: number
  private median: number | null = null

  constructor(readonly index: PlanIndex) {
    const { lines, projects, years } = index
    this.offsets = years.map((year) => year - projects.span.first)
    this.eligible = new EligibleLines(lines, projects)
    this.arrears = new ArrearsStanding(index, this.eligible, this.offsets)
    this.priority = new PriorityStanding(index, this.eligible, this.offsets)
    this.free = new FreeMoney(index, this.eligible, this.offsets)
    this.tasks = new TaskMoney(index)
    this.apart = new ApartLines(index)
    this.policy = index.plan.settings.policy
    this.allowedYears = allowYears(projects.entries, this.policy)
    this.minShare = Number(this.policy.minShare)
  }

  /** The middle total investment of the projects that state one, whole đồng. */
  get medianInvestment(): number {
    this.median ??= middleOf(this.index.projects.totalInvestment.filter((amount) => amount > 0))
    return this.median
  }

  /** The year at an offset in the columns. */
  yearAt(offset: number): FiscalYear {
    return this.index.projects.span.first + offset
  }

  /** Follows an edited cell and names the other projects it may have changed. */
  follow({ project, line, year }: Cell): readonly Affected[] {
    const { projects, lines } = this.index
    const at = { project: projects.slotOf(project), line: lines.slotOf(line) }
    const offset = year - projects.span.first
    if (at.project < 0 || at.line < 0) return NOBODY
    this.tasks.follow(at.project)
    const byArrears = this.arrears.follow(at.project)
    const byPriority = this.priority.follow(at.project, offset)
    const byFree = this.free.follow(at.project, at.line, offset)
    // Hardly an edit changes more than its own project: the usual case builds no list.
    if (byArrears.length + byPriority.length + byFree.length === 0) return NOBODY
    return [...byArrears, ...byPriority, ...byFree]
  }
}

function allowYears(projects: readonly Project[], { allowedYears }: Policy): Int16Array {
  const years = new Int16Array(projects.length).fill(NO_LIMIT)
  projects.forEach(({ startYear, group }, slot) => {
    if (startYear !== null) years[slot] = allowedYears[group] ?? NO_LIMIT
  })
  return years
}
