import type { Cell } from './allocation.ts'
import { type FiscalYear, YEAR_LIMITS, yearsOf } from './fiscal-year.ts'
import type { LineYear } from './funding-line.ts'
import { type GroupSums, GroupTotals, type Grouping } from './group-totals.ts'
import { LineColumns } from './line-columns.ts'
import { type Money, ZERO, money } from './money.ts'
import { PaidCells } from './paid-cells.ts'
import type { Plan } from './plan.ts'
import { type AllocationEdit, type PlanChange, applyChange, invertChanges } from './plan-change.ts'
import { ProgrammeTotals, UNCOUNTED } from './programme-totals.ts'
import type { Project } from './project.ts'
import { canonicalCode } from './project-code.ts'
import { ProjectColumns } from './project-columns.ts'
import { ProjectFigures } from './project-figures.ts'
import { type YearSpan } from './year-rows.ts'
import { RunningTotals, type Totals } from './running-totals.ts'

/** A cell whose amount an edit set; `isSwitched` where it came to hold money, or ceased to. */
export interface TouchedCell extends Cell {
  readonly isSwitched: boolean
}

/** What a list of edits moved; `isStructural` means more than amounts, holds and waivers changed. */
export interface Touched {
  readonly cells: readonly TouchedCell[]
  readonly isStructural: boolean
}

const NO_LINE_YEAR: LineYear = { ceiling: ZERO, reserve: ZERO }

/**
 * Running totals of a plan on typed columns: an allocation edit updates only what it touches, anything
 * else counts again from the start. Rules walk the columns by slot; everyone else asks by id and year.
 */
export class PlanIndex {
  /** The plan's years, first to last. */
  years!: readonly FiscalYear[]
  lines!: LineColumns
  projects!: ProjectColumns
  programmes!: ProgrammeTotals
  /** Cells with money by project row. */
  cells!: PaidCells
  private running!: RunningTotals
  private groups!: Map<Grouping, GroupTotals>
  private codeUses!: Int32Array | null

  constructor(readonly plan: Plan) {
    this.rebuild()
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
    const cells: TouchedCell[] = []
    let isStructural = false
    for (const change of changes) {
      if (change.kind === 'allocation-set') cells.push(touchedBy(change))
      isStructural ||= this.isStructural(change)
    }
    if (isStructural) this.rebuild()
    else for (const cell of cells) this.followCell(cell)
    return { cells, isStructural }
  }

  /** Money drawn on a line in a year. */
  allocatedToLine(line: number, year: FiscalYear): Money {
    const row = this.lines.rowOf(line, year)
    return row < 0 ? ZERO : this.lines.drawn.get(row)
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
    const row = this.projects.rowOf(project, year)
    return row < 0 ? ZERO : this.projects.given.get(row)
  }

  /** Money a project needs in a year; zero where none is stated. */
  needOf(project: number, year: FiscalYear): Money {
    return this.plan.projects.get(project)?.needs.get(year) ?? ZERO
  }

  /** The unmet part of a project's need in a year; never negative. */
  shortfallOf(project: number, year: FiscalYear): Money {
    const row = this.projects.rowOf(project, year)
    return row < 0 ? ZERO : money(this.projects.shortfall(row))
  }

  /** Money a project has before the plan and gets in all its years. */
  fundingOf(project: number): Money {
    const slot = this.projects.slotOf(project)
    return slot < 0 ? ZERO : this.projects.funding.get(slot)
  }

  /** The amounts a project gets in a year, by line. */
  amountsOf(project: number, year: FiscalYear): ReadonlyMap<number, Money> {
    const amounts = new Map<number, Money>()
    const row = this.projects.rowOf(project, year)
    if (row < 0) return amounts
    for (let node = this.cells.first(row); node >= 0; node = this.cells.next(node)) {
      const line = this.lines.entries[this.cells.line(node)]
      if (line) amounts.set(line.id, money(this.cells.amount(node)))
    }
    return amounts
  }

  /** The top-level target programmes that pay a project in a year; state-budget money is not counted. */
  programmesOf(project: number, year: FiscalYear): number[] {
    const row = this.projects.rowOf(project, year)
    const found = new Set<number>()
    if (row < 0) return []
    for (let node = this.cells.first(row); node >= 0; node = this.cells.next(node)) {
      const programme = this.programmes.counted[this.cells.line(node)] ?? UNCOUNTED
      if (programme !== UNCOUNTED) found.add(programme)
    }
    return [...found]
  }

  /** How many top-level target programmes pay a project row; builds nothing. */
  countProgrammes(row: number): number {
    const { cells } = this
    const { counted } = this.programmes
    const first = cells.first(row)
    let count = 0
    for (let node = first; node >= 0; node = cells.next(node)) {
      const programme = counted[cells.line(node)]
      if (programme === UNCOUNTED) continue
      let seen = first
      while (counted[cells.line(seen)] !== programme) seen = cells.next(seen)
      if (seen === node) count += 1
    }
    return count
  }

  /** Money a programme and all below it give in a year. */
  allocatedByProgramme(programme: number, year: FiscalYear): Money {
    return this.programmes.of(programme, year)
  }

  /** The sums of a group of projects in a year; counted when first asked for, then kept current. */
  sumsOfGroup(by: Grouping, key: string, year: FiscalYear): GroupSums {
    let totals = this.groups.get(by)
    if (!totals) {
      totals = new GroupTotals(this.projects, by)
      this.groups.set(by, totals)
    }
    return totals.of(key, year)
  }

  /** How many projects use the code of this project slot, however it is punctuated. */
  usesOfCode(project: number): number {
    this.codeUses ??= countCodes(this.projects.entries)
    return this.codeUses[project] ?? 0
  }

  /** Exact sums over one year, or over the whole period. */
  totals(year: FiscalYear | null = null): Totals {
    return this.running.sum(year === null ? this.years : [year])
  }

  // Waivers and holds say nothing of amounts; a cell in a year the columns do not reach needs wider ones.
  private isStructural(change: PlanChange): boolean {
    if (change.kind === 'waiver-set' || change.kind === 'hold-set') return false
    if (change.kind !== 'allocation-set') return true
    return this.projects.rowOf(change.cell.project, change.cell.year) < 0
  }

  private followCell(cell: Cell): void {
    const line = this.lines.slotOf(cell.line)
    const project = this.projects.slotOf(cell.project)
    if (line < 0 || project < 0) return
    const amount = this.plan.allocations.amountAt(cell)
    this.move(project, line, cell.year - this.projects.span.first, Number(amount))
  }

  private move(project: number, line: number, offset: number, amount: number): void {
    const { span } = this.projects
    const row = project * span.count + offset
    const shortBefore = this.projects.shortfall(row)
    const before = this.cells.set(row, line, amount)
    const difference = amount - before
    if (difference === 0) return
    this.projects.given.add(row, difference)
    this.projects.funding.add(project, difference)
    const lineRow = line * span.count + offset
    this.lines.drawn.add(lineRow, difference)
    this.lines.users[lineRow] =
      (this.lines.users[lineRow] as number) + Number(amount > 0) - Number(before > 0)
    this.programmes.add(line, offset, difference)
    const short = this.projects.shortfall(row) - shortBefore
    this.running.add(offset, difference, short)
    for (const totals of this.groups.values()) totals.add(project, offset, difference, short)
  }

  private rebuild(): void {
    const { plan } = this
    const projects = [...plan.projects.values()]
    this.years = yearsOf(plan.settings)
    const figures = ProjectFigures.reaching(projects, spanOf(plan))
    const { span } = figures
    this.lines = new LineColumns([...plan.lines.values()], span)
    this.projects = new ProjectColumns(projects, span, figures)
    this.programmes = new ProgrammeTotals(plan, span)
    this.cells = new PaidCells(this.projects.rows, plan.allocations.size)
    this.groups = new Map()
    this.codeUses = null
    this.sumUp()
    this.running = new RunningTotals(this.lines, this.projects)
  }

  /** Sums every cell into its line, project and programmes: what each edit then only adds to. */
  private sumUp(): void {
    const { lines, projects, cells, programmes } = this
    const { first, count } = projects.span
    const { project, line, year, amount } = this.plan.allocations.columns()
    for (let at = 0; at < amount.length; at += 1) {
      const projectSlot = projects.slotOf(project[at] as number)
      const lineSlot = lines.slotOf(line[at] as number)
      if (projectSlot < 0 || lineSlot < 0) continue
      const offset = (year[at] as number) - first
      const row = projectSlot * count + offset
      const lineRow = lineSlot * count + offset
      cells.insert(row, lineSlot, amount[at] as number)
      projects.given.add(row, amount[at] as number)
      lines.drawn.add(lineRow, amount[at] as number)
      lines.users[lineRow] = (lines.users[lineRow] as number) + 1
    }
    projects.sumFunding()
    programmes.sumUp(lines)
  }
}

function touchedBy({ cell, before, after }: AllocationEdit): TouchedCell {
  const { project, line, year } = cell
  return { project, line, year, isSwitched: (before === null) !== (after === null) }
}

/** Every year the plan has a line or an allocation in: the settings' own and any beyond them. */
function spanOf({ settings, lines, allocations }: Plan): YearSpan {
  let [first, last] = [settings.from, settings.to]
  const reach = (year: FiscalYear) => {
    if (year < YEAR_LIMITS.first || year > YEAR_LIMITS.last) return
    if (year < first) first = year
    if (year > last) last = year
  }
  for (const { years } of lines.values()) years.forEach((_, year) => reach(year))
  const { year } = allocations.columns()
  for (let at = 0; at < year.length; at += 1) reach(year[at] as number)
  return { first, count: last - first + 1 }
}

function countCodes(projects: readonly Project[]): Int32Array {
  const uses = new Map<string, number>()
  const codes = projects.map(({ code }) => canonicalCode(code))
  for (const code of codes) uses.set(code, (uses.get(code) ?? 0) + 1)
  return Int32Array.from(codes, (code) => uses.get(code) ?? 0)
}
