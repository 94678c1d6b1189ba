import { type Allocation, type Cell, cellKey } from '../../src/core/allocation.ts'
import { AllocationTable } from '../../src/core/allocation-table.ts'
import type { FundingLine, LineEligibility } from '../../src/core/funding-line.ts'
import { ZERO, money } from '../../src/core/money.ts'
import { type Plan, type PlanSettings, createPlan } from '../../src/core/plan.ts'
import { DEFAULT_POLICY, type Policy } from '../../src/core/policy.ts'
import type { Programme } from '../../src/core/programme.ts'
import type { Project } from '../../src/core/project.ts'
import type { Task } from '../../src/core/task.ts'

/** Small figures read well in a test: they are no fragments and scatter no line. */
const SMALL_FIGURES = { minShare: ZERO, minSharePart: 0, minAverage: ZERO }

/** The settings a built plan starts from: 2026–2028, two programmes at most. */
export const SETTINGS: PlanSettings = {
  title: 'Kế hoạch thử',
  organisation: 'Sở Tài chính',
  from: 2026,
  to: 2028,
  basis: '',
  policy: { ...DEFAULT_POLICY, ...SMALL_FIGURES },
}

const ANYTHING: LineEligibility = {
  sectors: [],
  places: [],
  regions: [],
  groups: [],
  stages: [],
  borderOnly: false,
}

type YearAmounts = Readonly<Record<number, number | bigint>>
type ProgrammeFields = Partial<Omit<Programme, 'parent'>> & { readonly parent?: string }
type LineFields = Partial<Omit<FundingLine, 'programme' | 'eligibility' | 'years'>> & {
  readonly programme?: string
  readonly eligibility?: Partial<LineEligibility>
  readonly ceiling?: YearAmounts
  readonly reserve?: YearAmounts
}
type ProjectFields = Partial<Omit<Project, 'needs' | 'totalInvestment' | 'fundedBefore'>> & {
  readonly need?: YearAmounts
  readonly totalInvestment?: number | bigint
  readonly fundedBefore?: number | bigint
}

/** Builds a plan by code, one sentence per entry; what a test does not name is ordinary and raises no flag. */
export class PlanBuilder {
  readonly plan: Plan

  constructor(settings: Partial<PlanSettings> = {}) {
    this.plan = createPlan({ ...SETTINGS, ...settings })
  }

  programme(code: string, { parent, ...fields }: ProgrammeFields = {}): this {
    const id = fields.id ?? this.plan.programmes.size + 1
    this.plan.programmes.set(id, {
      code,
      name: code,
      kind: 'state-budget',
      ...fields,
      id,
      parent: parent === undefined ? null : this.idOf('programmes', parent),
    })
    return this
  }

  line(code: string, fields: LineFields = {}): this {
    const { programme, eligibility, ceiling = {}, reserve = {}, ...rest } = fields
    const id = rest.id ?? this.plan.lines.size + 1
    const years = new Set([...Object.keys(ceiling), ...Object.keys(reserve)].map(Number))
    this.plan.lines.set(id, {
      code,
      name: code,
      source: 'provincial',
      capitalType: 'development',
      budgetCodes: '',
      validUntil: null,
      basis: '',
      ...rest,
      id,
      programme: programme === undefined ? null : this.idOf('programmes', programme),
      eligibility: { ...ANYTHING, ...eligibility },
      years: new Map(
        [...years].map((year) => [
          year,
          { ceiling: money(ceiling[year] ?? 0), reserve: money(reserve[year] ?? 0) },
        ]),
      ),
    })
    return this
  }

  project(code: string, fields: ProjectFields = {}): this {
    const { need = {}, totalInvestment = 0, fundedBefore = 0, ...rest } = fields
    const id = rest.id ?? this.plan.projects.size + 1
    this.plan.projects.set(id, {
      code,
      name: code,
      place: 'Mô Rai',
      isBorder: true,
      region: '',
      sector: 'giao thông',
      task: '',
      group: 'C',
      stage: 'transitional',
      capitalType: 'development',
      owner: '',
      startYear: 2026,
      endYear: 2030,
      arrears: ZERO,
      advance: ZERO,
      decision: '',
      decisionDate: '',
      exception: '',
      ratios: new Map(),
      ...rest,
      id,
      totalInvestment: money(totalInvestment),
      fundedBefore: money(fundedBefore),
      needs: new Map(Object.entries(need).map(([year, amount]) => [Number(year), money(amount)])),
    })
    return this
  }

  task(code: string, fields: Partial<Task> = {}): this {
    const id = fields.id ?? this.plan.tasks.size + 1
    this.plan.tasks.set(id, { code, name: `Nhiệm vụ ${code}`, basis: '', ...fields, id })
    return this
  }

  /** Gives money of a line to a project, both by code. */
  give(project: string, line: string, year: number, amount: number | bigint): this {
    const cell = this.cell(project, line, year)
    this.set({ ...cell, amount: money(amount), note: '', isHeld: false })
    return this
  }

  /** Puts a whole allocation in. */
  set(allocation: Allocation): this {
    this.plan.allocations.set(allocation)
    return this
  }

  cell(project: string, line: string, year: number): Cell {
    return { project: this.idOf('projects', project), line: this.idOf('lines', line), year }
  }

  private idOf(kind: 'programmes' | 'lines' | 'projects', code: string): number {
    for (const entry of this.plan[kind].values()) if (entry.code === code) return entry.id
    throw new Error(`the plan has no ${kind} “${code}”`)
  }
}

/** An empty plan to build on. */
export function buildPlan(settings: Partial<PlanSettings> = {}): PlanBuilder {
  return new PlanBuilder(settings)
}

/** An empty plan whose policy differs from the usual one in these figures. */
export function buildPlanUnder(policy: Partial<Policy>): PlanBuilder {
  return buildPlan({ policy: { ...SETTINGS.policy, ...policy } })
}

/** What a plan says, its allocations in a map: two plans are alike where these are. */
export function entriesOf(plan: Plan) {
  const { allocations, ...entries } = plan
  return { ...entries, allocations: new Map([...allocations].map((of) => [cellKey(of), of])) }
}

/** A copy that shares nothing with the plan that edits could reach. */
export function copyPlan(plan: Plan): Plan {
  const { allocations, ...rest } = plan
  const copy = { ...structuredClone(rest), allocations: new AllocationTable() }
  for (const allocation of allocations) copy.allocations.set(allocation)
  return copy
}
