import type { Cell } from './allocation.ts'
import { type FiscalYear, yearsOf } from './fiscal-year.ts'
import type { LineYear } from './funding-line.ts'
import { type Money, ZERO, money, subtractMoney } from './money.ts'
import { type Plan, topProgramme } from './plan.ts'
import { type PlanChange, applyChange, invertChanges } from './plan-change.ts'
import { canonicalCode } from './project-code.ts'
import { RunningTotals, type Totals } from './running-totals.ts'

/** What a list of edits moved; `isStructural` means projects, lines, programmes or settings changed. */
export interface Touched {
  readonly cells: readonly Cell[]
  readonly projects: ReadonlySet<number>
  readonly lines: ReadonlySet<number>
  readonly isStructural: boolean
}

interface ProjectYear {
  allocated: bigint
  readonly amounts: Map<number, Money>
  /** How many paying lines each counted top-level programme has here. */
  readonly programmes: Map<number, number>
}

const NO_LINE_YEAR: LineYear = { ceiling: ZERO, reserve: ZERO }
const NO_AMOUNTS: ReadonlyMap<number, Money> = new Map()

/** Running totals of a plan; one allocation edit updates only what it touches. */
export class PlanIndex {
  private lineAllocated = new Map<string, bigint>()
  private projectYears = new Map<string, ProjectYear>()
  private projectAllocated = new Map<number, bigint>()
  private countedProgramme = new Map<number, number | null>()
  private codeUses = new Map<string, number>()
  private running = new RunningTotals()

  constructor(readonly plan: Plan) {
    this.rebuild()
  }

  /** The plan's years, first to last. */
  get years(): FiscalYear[] {
    return yearsOf(this.plan.settings)
  }

  /** Applies edits to the plan and its totals, all or none. @throws `change-conflict` */
  apply(changes: readonly PlanChange[]): Touched {
    let done = 0
    try {
      for (const change of changes) {
        applyChange(this.plan, change)
        done += 1
      }
    } catch (error) {
      for (const change of invertChanges(changes.slice(0, done))) applyChange(this.plan, change)
      throw error
    }
    return this.follow(changes)
  }

  /** Money drawn on a line in a year. */
  allocatedToLine(line: number, year: FiscalYear): Money {
    return money(this.lineAllocated.get(`${line}:${year}`) ?? 0n)
  }

  /** A line's ceiling and reserve in a year; zero where none is stated. */
  lineYear(line: number, year: FiscalYear): LineYear {
    return this.plan.lines.get(line)?.years.get(year) ?? NO_LINE_YEAR
  }

  /** What a line may still give in a year: ceiling less reserve less allocated; negative when exceeded. */
  remainingOfLine(line: number, year: FiscalYear): Money {
    const { ceiling, reserve } = this.lineYear(line, year)
    return money(ceiling - reserve - this.allocatedToLine(line, year))
  }

  /** Money a project gets in a year. */
  allocatedToProject(project: number, year: FiscalYear): Money {
    return money(this.projectYears.get(`${project}:${year}`)?.allocated ?? 0n)
  }

  /** Money a project needs in a year; zero where none is stated. */
  needOf(project: number, year: FiscalYear): Money {
    return this.plan.projects.get(project)?.needs.get(year) ?? ZERO
  }

  /** The unmet part of a project's need in a year; never negative. */
  shortfallOf(project: number, year: FiscalYear): Money {
    const short = subtractMoney(this.needOf(project, year), this.allocatedToProject(project, year))
    return short > 0n ? short : ZERO
  }

  /** Money a project has before the plan and gets in all its years. */
  fundingOf(project: number): Money {
    const before = this.plan.projects.get(project)?.fundedBefore ?? ZERO
    return money(before + (this.projectAllocated.get(project) ?? 0n))
  }

  /** The amounts a project gets in a year, by line. */
  amountsOf(project: number, year: FiscalYear): ReadonlyMap<number, Money> {
    return this.projectYears.get(`${project}:${year}`)?.amounts ?? NO_AMOUNTS
  }

  /** The top-level target programmes that pay a project in a year; state-budget money is not counted. */
  programmesOf(project: number, year: FiscalYear): number[] {
    return [...(this.projectYears.get(`${project}:${year}`)?.programmes.keys() ?? [])]
  }

  /** How many projects use this code, however it is punctuated. */
  usesOfCode(code: string): number {
    return this.codeUses.get(canonicalCode(code)) ?? 0
  }

  /** Exact sums over one year, or over the whole period. */
  totals(year: FiscalYear | null = null): Totals {
    return this.running.sum(year === null ? this.years : [year])
  }

  private follow(changes: readonly PlanChange[]): Touched {
    const touched = touchedBy(changes)
    if (touched.isStructural) this.rebuild()
    else for (const change of changes) this.followAllocation(change)
    return touched
  }

  private followAllocation(change: PlanChange): void {
    if (change.kind !== 'allocation-set') return
    this.move(change.cell, change.before?.amount ?? ZERO, change.after?.amount ?? ZERO)
  }

  private move(cell: Cell, before: Money, after: Money): void {
    const { project, line, year } = cell
    const difference = after - before
    const shortBefore = this.shortfallOf(project, year)
    const lineKey = `${line}:${year}`
    this.lineAllocated.set(lineKey, (this.lineAllocated.get(lineKey) ?? 0n) + difference)
    this.projectAllocated.set(project, (this.projectAllocated.get(project) ?? 0n) + difference)
    const at = this.projectYear(project, year)
    at.allocated += difference
    this.running.add(year, 'allocated', difference)
    this.running.add(year, 'shortfall', this.shortfallOf(project, year) - shortBefore)
    if (after > 0n) at.amounts.set(line, after)
    else at.amounts.delete(line)
    this.countProgramme(at, line, Number(after > 0n) - Number(before > 0n))
  }

  private countProgramme(at: ProjectYear, line: number, step: number): void {
    const programme = this.countedProgramme.get(line) ?? null
    if (programme === null || step === 0) return
    const count = (at.programmes.get(programme) ?? 0) + step
    if (count > 0) at.programmes.set(programme, count)
    else at.programmes.delete(programme)
  }

  private projectYear(project: number, year: FiscalYear): ProjectYear {
    const key = `${project}:${year}`
    let at = this.projectYears.get(key)
    if (!at) {
      at = { allocated: 0n, amounts: new Map(), programmes: new Map() }
      this.projectYears.set(key, at)
    }
    return at
  }

  private rebuild(): void {
    this.lineAllocated = new Map()
    this.projectYears = new Map()
    this.projectAllocated = new Map()
    this.countedProgramme = new Map()
    this.codeUses = new Map()
    this.running = new RunningTotals()
    for (const line of this.plan.lines.values()) {
      const top = topProgramme(this.plan, line.programme)
      const isCounted = top?.kind === 'national-target' || top?.kind === 'target'
      this.countedProgramme.set(line.id, isCounted ? top.id : null)
      for (const [year, { ceiling, reserve }] of line.years) {
        this.running.add(year, 'ceiling', ceiling)
        this.running.add(year, 'reserve', reserve)
      }
    }
    for (const { code, needs } of this.plan.projects.values()) {
      // What is allocated comes off the shortfall below.
      for (const [year, need] of needs) {
        this.running.add(year, 'need', need)
        this.running.add(year, 'shortfall', need)
      }
      const key = canonicalCode(code)
      this.codeUses.set(key, (this.codeUses.get(key) ?? 0) + 1)
    }
    for (const allocation of this.plan.allocations.values()) {
      this.move(allocation, ZERO, allocation.amount)
    }
  }
}

function touchedBy(changes: readonly PlanChange[]): Touched {
  const cells: Cell[] = []
  const projects = new Set<number>()
  const lines = new Set<number>()
  let isStructural = false
  for (const change of changes) {
    if (change.kind === 'hold-set') continue
    if (change.kind !== 'allocation-set') {
      isStructural = true
      continue
    }
    cells.push(change.cell)
    projects.add(change.cell.project)
    lines.add(change.cell.line)
  }
  return { cells, projects, lines, isStructural }
}
