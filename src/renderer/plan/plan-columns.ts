import { type FlagMark, readFlagMark } from '../../contract/flag-mark.ts'
import type {
  FlagMarkColumns,
  LineSums,
  PlanDelta,
  PlanFlags,
  PlanView,
  ProjectSums,
  SubjectMarks,
  YearTotals,
} from '../../contract/plan-view.ts'
import { type ProjectTable, readProject, readText, readWord } from '../../contract/project-table.ts'
import { AllocationTable } from '../../core/allocation-table.ts'
import { type EligibilityCondition, failedCondition } from '../../core/eligibility.ts'
import { ExactColumn } from '../../core/exact-column.ts'
import { type FiscalYear, yearsOf } from '../../core/fiscal-year.ts'
import type { FundingLine } from '../../core/funding-line.ts'
import { IdSlots } from '../../core/id-slots.ts'
import { type Money, ZERO, money } from '../../core/money.ts'
import type { PlanSettings } from '../../core/plan.ts'
import type { Programme } from '../../core/programme.ts'
import type { Project } from '../../core/project.ts'
import { rowAt } from '../../core/year-rows.ts'
import type { FlagCounts } from '../../core/rules/current-flags.ts'
import type { Task } from '../../core/task.ts'

/** Far more projects than any screen shows at once. */
const MOST_RECENT = 2_000

/** A project read out of the columns, and what is known of the lines that may not pay it. */
interface RecentProject {
  readonly project: Project
  readonly refusals: Map<number, EligibilityCondition | null>
}

/** The plan as the window holds it, in the columns the port brought: thin rows read them, and a delta writes only what moved. */
export class PlanColumns {
  readonly settings: PlanSettings
  readonly years: readonly FiscalYear[]
  readonly programmes: ReadonlyMap<number, Programme>
  readonly lines: readonly FundingLine[]
  readonly tasks: readonly Task[]
  /** The ids of all projects, in the plan's order. */
  readonly projectIds: Int32Array
  private readonly lineById: Map<number, FundingLine>
  private readonly table: ProjectTable
  private readonly slots: IdSlots
  private readonly cells: AllocationTable
  private readonly allocated: ExactColumn
  private readonly programmeCounts: Uint8Array
  private readonly lineSums = new Map<string, LineSums>()
  private readonly totals = new Map<FiscalYear, YearTotals>()
  private readonly projectMarks: Uint16Array
  private readonly lineMarks = new Map<number, Uint16Array>()
  private currentRevision: number
  /** Null until the flags are there, which come after the view. */
  private currentCounts: FlagCounts | null = null
  private everyProject: readonly Project[] | null = null
  private readonly recent = new Map<number, RecentProject>()

  constructor(view: PlanView) {
    this.currentRevision = view.revision
    this.settings = view.settings
    this.years = yearsOf(view.settings)
    this.programmes = new Map(view.programmes.map((programme) => [programme.id, programme]))
    this.lines = view.lines
    this.tasks = view.tasks
    this.lineById = new Map(view.lines.map((line) => [line.id, line]))
    this.table = view.projects
    this.projectIds = view.projects.id
    this.slots = new IdSlots([...view.projects.id])
    this.cells = AllocationTable.of(view.allocations)
    this.allocated = new ExactColumn(view.projects.need.length, view.projectSums.allocated)
    this.programmeCounts = view.projectSums.programmes
    this.projectMarks = new Uint16Array(view.projects.id.length * this.years.length)
    this.putLineSums(view.lineSums)
    this.putTotals(view.totals)
  }

  /** The revision these columns show. */
  get revision(): number {
    return this.currentRevision
  }

  /** Every project as an entry of its own; read once, for screens that list them all. */
  get projects(): readonly Project[] {
    this.everyProject ??= Array.from(this.projectIds, (_, slot) => readProject(this.table, slot))
    return this.everyProject
  }

  /** What projects are looked for by, in the plan's order, without reading the rest of them. */
  get names(): Pick<Project, 'code' | 'name' | 'place'>[] {
    const { code, name, place } = this.table
    return Array.from(this.projectIds, (_, slot) => ({
      code: readText(code, slot),
      name: readText(name, slot),
      place: readWord(place, slot),
    }))
  }

  /** Every word that stands in a field which repeats them, each once. */
  wordsOf(name: 'place' | 'sector' | 'task' | 'owner'): string[] {
    return this.table[name].words.filter((word) => word !== '')
  }

  project(id: number): Project | undefined {
    return this.read(id)?.project
  }

  /** Why a line may not pay a project, or null where it may. */
  refusalOf(project: number, line: number): EligibilityCondition | null {
    const of = this.lineById.get(line)
    const read = this.read(project)
    if (!of || !read) return null
    let refusal = read.refusals.get(line)
    if (refusal === undefined) {
      refusal = failedCondition(of, read.project)
      read.refusals.set(line, refusal)
    }
    return refusal
  }

  line(id: number): FundingLine | undefined {
    return this.lineById.get(id)
  }

  lineByCode(code: string): FundingLine | undefined {
    return this.lines.find((line) => line.code === code)
  }

  amountAt(project: number, line: number, year: FiscalYear): Money {
    return this.cells.amountAt({ project, line, year })
  }

  /** What a project needs in a year; alone, for a sort asks for it a million times. */
  needOf(project: number, year: FiscalYear): Money {
    return money(this.table.need[rowAt(this.slots.of(project), year, this.table.span)] ?? 0)
  }

  /** What a project gets in a year. */
  allocatedOf(project: number, year: FiscalYear): Money {
    const row = rowAt(this.slots.of(project), year, this.table.span)
    return row < 0 ? ZERO : this.allocated.get(row)
  }

  sumsOfProject(project: number, year: FiscalYear): ProjectSums {
    const row = rowAt(this.slots.of(project), year, this.table.span)
    const need = this.needOf(project, year)
    const allocated = this.allocatedOf(project, year)
    return {
      project,
      year,
      need,
      allocated,
      shortfall: need > allocated ? money(need - allocated) : ZERO,
      programmes: this.programmeCounts[row] ?? 0,
    }
  }

  sumsOfLine(line: number, year: FiscalYear): LineSums {
    return (
      this.lineSums.get(`${line}:${year}`) ?? {
        line,
        year,
        ceiling: ZERO,
        reserve: ZERO,
        allocated: ZERO,
        remaining: ZERO,
      }
    )
  }

  totalsOf(year: FiscalYear): YearTotals | undefined {
    return this.totals.get(year)
  }

  /** The open flags of a project in a year, those of the whole period with them; null while they are not known. */
  flagsOfProject(project: number, year: FiscalYear): FlagMark | null {
    if (!this.currentCounts) return null
    const at = this.slots.of(project) * this.years.length + this.years.indexOf(year)
    return readFlagMark(this.projectMarks[at] ?? 0)
  }

  /** The open flags of a line in a year, those of the whole period with them; null while they are not known. */
  flagsOfLine(line: number, year: FiscalYear): FlagMark | null {
    if (!this.currentCounts) return null
    return readFlagMark(this.lineMarks.get(line)?.[this.years.indexOf(year)] ?? 0)
  }

  /** How many flags are open, by severity, and how many are waived; null while they are not known. */
  get flagCounts(): FlagCounts | null {
    return this.currentCounts
  }

  /** How many flags are open; null while they are not known. */
  get flagCount(): number | null {
    if (!this.currentCounts) return null
    const { error, warning, info } = this.currentCounts
    return error + warning + info
  }

  /** Lays the plan's flags over these columns; false where they are not of the revision shown. */
  showFlags(flags: PlanFlags): boolean {
    if (flags.revision !== this.currentRevision) return false
    this.putFlags(flags)
    return true
  }

  /** Lays a delta over these columns; false where it does not follow the revision shown. */
  apply(delta: PlanDelta): boolean {
    if (delta.revision !== this.currentRevision + 1) return false
    for (const { amount, ...cell } of delta.cells) {
      if (amount === ZERO) this.cells.delete(cell)
      else this.cells.set({ ...cell, amount, note: '', isHeld: false })
    }
    for (const sums of delta.projectSums) this.putProjectSums(sums)
    this.putLineSums(delta.lineSums)
    this.putTotals(delta.totals)
    // A delta says what moved; before the whole is there it would leave the rest at none.
    if (this.currentCounts) this.putFlags(delta.flags)
    this.currentRevision = delta.revision
    return true
  }

  private read(id: number): RecentProject | undefined {
    const known = this.recent.get(id)
    const slot = this.slots.of(id)
    if (known || slot < 0) return known
    if (this.recent.size >= MOST_RECENT) this.recent.clear()
    const read = { project: readProject(this.table, slot), refusals: new Map() }
    this.recent.set(id, read)
    return read
  }

  private putProjectSums({ project, year, allocated, programmes }: ProjectSums): void {
    const row = rowAt(this.slots.of(project), year, this.table.span)
    if (row < 0) return
    this.allocated.set(row, allocated)
    this.programmeCounts[row] = programmes
  }

  private putLineSums(all: readonly LineSums[]): void {
    for (const sums of all) this.lineSums.set(`${sums.line}:${sums.year}`, sums)
  }

  private putTotals(all: readonly YearTotals[]): void {
    for (const totals of all) this.totals.set(totals.year, totals)
  }

  private putFlags({ projects, lines, counts }: FlagMarkColumns): void {
    const years = this.years.length
    eachMark(projects, years, (id, marks) => {
      this.projectMarks.set(marks, this.slots.of(id) * years)
    })
    eachMark(lines, years, (id, marks) => this.lineMarks.set(id, marks))
    this.currentCounts = counts
  }
}

function eachMark(
  { ids, marks }: SubjectMarks,
  years: number,
  put: (id: number, marks: Uint16Array) => void,
): void {
  ids.forEach((id, at) => put(id, marks.subarray(at * years, (at + 1) * years)))
}
