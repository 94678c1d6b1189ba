import type {
  LineSums,
  PlanDelta,
  PlanView,
  ProjectSums,
  YearTotals,
} from '../../contract/plan-view.ts'
import { type FiscalYear, yearsOf } from '../../core/fiscal-year.ts'
import type { FundingLine } from '../../core/funding-line.ts'
import { type Money, ZERO } from '../../core/money.ts'
import type { PlanSettings } from '../../core/plan.ts'
import type { Programme } from '../../core/programme.ts'
import type { Project } from '../../core/project.ts'
import type { SubjectKey } from '../../core/rules/current-flags.ts'
import type { Flag } from '../../core/rules/rule.ts'

const NO_FLAGS: readonly Flag[] = []

/** The plan as the window holds it: thin rows read these maps, and a delta writes only what moved. */
export class PlanColumns {
  readonly settings: PlanSettings
  readonly years: readonly FiscalYear[]
  readonly programmes: ReadonlyMap<number, Programme>
  readonly lines: readonly FundingLine[]
  readonly projects: readonly Project[]
  private readonly lineById: Map<number, FundingLine>
  private readonly projectById: Map<number, Project>
  private readonly amounts = new Map<string, Money>()
  private readonly lineSums = new Map<string, LineSums>()
  private readonly projectSums = new Map<string, ProjectSums>()
  private readonly totals = new Map<FiscalYear, YearTotals>()
  private readonly flags = new Map<SubjectKey, Flag[]>()
  private currentRevision: number
  private flagTotal = 0

  constructor(view: PlanView) {
    this.currentRevision = view.revision
    this.settings = view.settings
    this.years = yearsOf(view.settings)
    this.programmes = new Map(view.programmes.map((programme) => [programme.id, programme]))
    this.lines = view.lines
    this.projects = view.projects
    this.lineById = new Map(view.lines.map((line) => [line.id, line]))
    this.projectById = new Map(view.projects.map((project) => [project.id, project]))
    this.loadAmounts(view)
    this.putSums(view)
    for (const flag of view.flags) this.addFlag(flag)
  }

  /** The revision these columns show. */
  get revision(): number {
    return this.currentRevision
  }

  project(id: number): Project | undefined {
    return this.projectById.get(id)
  }

  line(id: number): FundingLine | undefined {
    return this.lineById.get(id)
  }

  lineByCode(code: string): FundingLine | undefined {
    return this.lines.find((line) => line.code === code)
  }

  amountAt(project: number, line: number, year: FiscalYear): Money {
    return this.amounts.get(`${project}:${line}:${year}`) ?? ZERO
  }

  sumsOfProject(project: number, year: FiscalYear): ProjectSums {
    return (
      this.projectSums.get(`${project}:${year}`) ?? {
        project,
        year,
        need: this.projectById.get(project)?.needs.get(year) ?? ZERO,
        allocated: ZERO,
        shortfall: this.projectById.get(project)?.needs.get(year) ?? ZERO,
        programmes: 0,
      }
    )
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

  flagsOf(subject: SubjectKey): readonly Flag[] {
    return this.flags.get(subject) ?? NO_FLAGS
  }

  /** How many flags the plan raises. */
  get flagCount(): number {
    return this.flagTotal
  }

  allFlags(): Flag[] {
    return [...this.flags.values()].flat()
  }

  /** Lays a delta over these columns; false where it does not follow the revision shown. */
  apply(delta: PlanDelta): boolean {
    if (delta.revision !== this.currentRevision + 1) return false
    for (const { project, line, year, amount } of delta.cells) {
      this.putAmount(`${project}:${line}:${year}`, amount)
    }
    this.putSums(delta)
    for (const subject of delta.flaggedSubjects) this.dropFlags(subject)
    for (const flag of delta.flags) this.addFlag(flag)
    this.currentRevision = delta.revision
    return true
  }

  private loadAmounts({ allocations: { project, line, year, amount } }: PlanView): void {
    for (let i = 0; i < amount.length; i += 1) {
      this.amounts.set(`${project[i]}:${line[i]}:${year[i]}`, (amount[i] ?? ZERO) as Money)
    }
  }

  private putAmount(key: string, amount: Money): void {
    if (amount === ZERO) this.amounts.delete(key)
    else this.amounts.set(key, amount)
  }

  private putSums(from: Pick<PlanView, 'lineSums' | 'projectSums' | 'totals'>): void {
    for (const sums of from.lineSums) this.lineSums.set(`${sums.line}:${sums.year}`, sums)
    for (const sums of from.projectSums) this.projectSums.set(`${sums.project}:${sums.year}`, sums)
    for (const totals of from.totals) this.totals.set(totals.year, totals)
  }

  private dropFlags(subject: SubjectKey): void {
    this.flagTotal -= this.flagsOf(subject).length
    this.flags.delete(subject)
  }

  private addFlag(flag: Flag): void {
    this.flagTotal += 1
    const key: SubjectKey = `${flag.subject.kind}:${flag.subject.id}`
    const flags = this.flags.get(key)
    if (flags) flags.push(flag)
    else this.flags.set(key, [flag])
  }
}
