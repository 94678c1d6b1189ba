import fc from 'fast-check'
import { type Allocation, type Cell, cellKey } from '../../src/core/allocation.ts'
import { FUNDING_SOURCES, type FundingLine } from '../../src/core/funding-line.ts'
import { type Money, money } from '../../src/core/money.ts'
import { type Plan, createPlan } from '../../src/core/plan.ts'
import { type PlanChange, allocationChange } from '../../src/core/plan-change.ts'
import { TIERS_2019 } from '../../src/core/policy.ts'
import { PROGRAMME_KINDS, type Programme } from '../../src/core/programme.ts'
import {
  PROJECT_GROUPS,
  PROJECT_STAGES,
  REGION_CLASSES,
  type Project,
} from '../../src/core/project.ts'
import { waiverKey } from '../../src/core/waiver.ts'
import { SETTINGS } from './plan-builder.ts'

const YEARS = [2026, 2027, 2028] as const
const PLACES = ['Mô Rai', 'Ia Đal', ' ia đal '] as const
const SECTORS = ['giao thông', 'giáo dục'] as const

/** Amounts of a cell, from nothing to 10^15, often at the ends. */
export const amounts: fc.Arbitrary<Money> = fc
  .oneof(
    fc.bigInt({ min: 0n, max: 10n ** 15n }),
    fc.bigInt({ min: 0n, max: 10n }),
    fc.constantFrom(0n, 10n ** 15n, 10n ** 15n - 1n, 2n ** 49n),
  )
  .map(money)
const positive = amounts.map((amount) => (amount === 0n ? money(1) : amount))

const byYear = <T>(values: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...YEARS), values), { selector: ([year]) => year })
    .map((entries) => new Map<number, T>(entries))

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })

const programmeFields = {
  name: fc.string({ maxLength: 3 }),
  kind: fc.constantFrom(...PROGRAMME_KINDS),
}

const lineFields = {
  name: fc.string({ maxLength: 3 }),
  source: fc.constantFrom(...FUNDING_SOURCES),
  capitalType: fc.constantFrom('development' as const, 'recurrent' as const),
  budgetCodes: fc.string({ maxLength: 3 }),
  validUntil: optional(fc.integer({ min: 2025, max: 2029 })),
  eligibility: fc.record({
    sectors: fc.subarray([...SECTORS]),
    places: fc.subarray([...PLACES]),
    groups: fc.subarray([...PROJECT_GROUPS]),
    borderOnly: fc.boolean(),
    stages: fc.oneof(fc.constant([]), fc.subarray([...PROJECT_STAGES])),
    regions: fc.oneof(fc.constant([]), fc.subarray([...REGION_CLASSES])),
  }),
  basis: fc.string({ maxLength: 3 }),
  years: byYear(fc.record({ ceiling: amounts, reserve: amounts })),
}

const projectFields = {
  name: fc.string({ maxLength: 3 }),
  place: fc.constantFrom(...PLACES),
  isBorder: fc.boolean(),
  region: fc.constantFrom(...REGION_CLASSES),
  sector: fc.constantFrom(...SECTORS),
  task: fc.constantFrom('', 'NV1', 'nhiệm vụ 2'),
  group: fc.constantFrom(...PROJECT_GROUPS),
  stage: fc.constantFrom(...PROJECT_STAGES),
  capitalType: fc.constantFrom('development' as const, 'recurrent' as const),
  owner: fc.string({ maxLength: 3 }),
  startYear: optional(fc.constantFrom(...YEARS)),
  endYear: optional(fc.constantFrom(...YEARS)),
  totalInvestment: amounts,
  fundedBefore: amounts,
  arrears: amounts,
  advance: amounts,
  decision: fc.string({ maxLength: 3 }),
  decisionDate: fc.constantFrom('', '2025-12-01'),
  exception: fc.string({ maxLength: 3 }),
  needs: byYear(amounts),
  ratios: fc.constantFrom(new Map(), new Map([[1, 10_000]]), new Map([[1, 4_000]])),
}

/** Codes that are alike but for dots, so duplicates happen. */
const projectCodes = (id: number) =>
  fc.constantFrom(`700000${id % 10}`, `7.000.00${id % 3}`, `700000${id % 3}`, `DRAFT-${id}`)

/** A programme of this id, at the top or under one of the parents. */
function programmes(id: number, parents: readonly number[]): fc.Arbitrary<Programme> {
  const parent = parents.length === 0 ? fc.constant(null) : optional(fc.constantFrom(...parents))
  return fc.record({
    ...programmeFields,
    id: fc.constant(id),
    code: fc.constant(`CT-${id}`),
    parent,
  })
}

function lines(id: number, programmeIds: readonly number[]): fc.Arbitrary<FundingLine> {
  const none = programmeIds.length === 0
  const programme = none ? fc.constant(null) : optional(fc.constantFrom(...programmeIds))
  return fc.record({ ...lineFields, id: fc.constant(id), code: fc.constant(`NV-${id}`), programme })
}

function projects(id: number): fc.Arbitrary<Project> {
  return fc.record({ ...projectFields, id: fc.constant(id), code: projectCodes(id) })
}

const range = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

/** Plans with a programme tree, lines, projects and allocations of every size. */
export const plans: fc.Arbitrary<Plan> = fc
  .tuple(fc.nat(4), fc.nat(4), fc.nat(5))
  .chain(([p, l, q]) =>
    fc.record({
      programmes: fc.tuple(...range(p).map((id) => programmes(id, range(id - 1)))),
      lines: fc.tuple(...range(l).map((id) => lines(id, range(p)))),
      projects: fc.tuple(...range(q).map(projects)),
      allocations: fc.array(allocations(range(q), range(l)), {
        maxLength: l === 0 || q === 0 ? 0 : 20,
      }),
    }),
  )
  .map((entries) => {
    const plan = createPlan(SETTINGS)
    for (const id of [1, 2]) {
      plan.tasks.set(id, { id, code: `NV${id}`, name: `Nhiệm vụ ${id}`, basis: '' })
    }
    for (const entry of entries.programmes) plan.programmes.set(entry.id, entry)
    for (const entry of entries.lines) plan.lines.set(entry.id, entry)
    for (const entry of entries.projects) plan.projects.set(entry.id, entry)
    for (const entry of entries.allocations) plan.allocations.set(entry)
    return plan
  })

function allocations(
  projectIds: readonly number[],
  lineIds: readonly number[],
): fc.Arbitrary<Allocation> {
  return fc.record({
    project: fc.constantFrom(...(projectIds.length > 0 ? projectIds : [0])),
    line: fc.constantFrom(...(lineIds.length > 0 ? lineIds : [0])),
    year: fc.constantFrom(...YEARS),
    amount: positive,
    note: fc.constantFrom('', 'tạm', 'đợt 2'),
    isHeld: fc.boolean(),
  })
}

/** Makes an edit for the plan as it stands; null where the plan has nothing to edit so. */
export type EditMaker = (plan: Plan) => readonly PlanChange[] | null

const pick = fc.nat(1_000)
const at = (ids: Iterable<number>, n: number): number | undefined => {
  const all = [...ids].sort((a, b) => a - b)
  return all.length === 0 ? undefined : all[n % all.length]
}

/** Puts an amount, often zero, into any cell: by far the commonest edit. */
const amountEdits: fc.Arbitrary<EditMaker> = fc
  .tuple(pick, pick, fc.constantFrom(...YEARS), amounts)
  .map(([p, l, year, amount]) => (plan) => {
    const [project, line] = [at(plan.projects.keys(), p), at(plan.lines.keys(), l)]
    if (project === undefined || line === undefined) return null
    return [allocationChange(plan, { project, line, year }, amount)]
  })

/** Several cells as one act, the way a paste comes. */
const pasteEdits: fc.Arbitrary<EditMaker> = fc
  .array(fc.tuple(pick, fc.constantFrom(...YEARS), amounts), { minLength: 2, maxLength: 6 })
  .map((cells) => (plan) => {
    const line = at(plan.lines.keys(), 0)
    if (line === undefined || plan.projects.size === 0) return null
    const changes = new Map<string, PlanChange>()
    for (const [p, year, amount] of cells) {
      const cell: Cell = { project: at(plan.projects.keys(), p) ?? 0, line, year }
      changes.set(cellKey(cell), allocationChange(plan, cell, amount))
    }
    return [...changes.values()]
  })

/** Adds or changes a programme; its parent may be itself or one below it, so the tree may loop. */
const programmeEdits: fc.Arbitrary<EditMaker> = fc
  .tuple(pick, programmes(1, range(6)))
  .map(([n, fields]) => (plan) => {
    const id = (n % 6) + 1
    const before = plan.programmes.get(id) ?? null
    const parent =
      fields.parent !== null && plan.programmes.has(fields.parent) ? fields.parent : null
    return [
      { kind: 'programme-set', id, before, after: { ...fields, id, code: `CT-${id}`, parent } },
    ]
  })

const lineEdits: fc.Arbitrary<EditMaker> = fc
  .tuple(pick, lines(1, range(6)))
  .map(([n, fields]) => (plan) => {
    const id = (n % 6) + 1
    const before = plan.lines.get(id) ?? null
    const { programme: of } = fields
    const programme = of !== null && plan.programmes.has(of) ? of : null
    return [{ kind: 'line-set', id, before, after: { ...fields, id, code: `NV-${id}`, programme } }]
  })

const projectEdits: fc.Arbitrary<EditMaker> = fc
  .nat(6)
  .chain((n) => projects(n + 1))
  .map((after) => (plan) => {
    const before = plan.projects.get(after.id) ?? null
    return [{ kind: 'project-set', id: after.id, before, after }]
  })

/** Takes a project or a line out, its allocations first. */
const removals: fc.Arbitrary<EditMaker> = fc
  .tuple(pick, fc.boolean())
  .map(([n, isLine]) => (plan) => {
    const id = at((isLine ? plan.lines : plan.projects).keys(), n)
    if (id === undefined) return null
    const cleared = [...plan.allocations.values()]
      .filter(({ project, line }) => (isLine ? line : project) === id)
      .map((cell) => allocationChange(plan, cell, money(0)))
    return [
      ...cleared,
      isLine
        ? { kind: 'line-set', id, before: plan.lines.get(id) ?? null, after: null }
        : { kind: 'project-set', id, before: plan.projects.get(id) ?? null, after: null },
    ]
  })

const policyChanges = fc.record(
  {
    maxProgrammes: fc.nat(3),
    coverage: fc.constantFrom(10_000, 5_000, 0),
    minShare: amounts,
    maxProjects: fc.nat(2),
    counterpart: fc.constantFrom(new Map(), new Map([[1, 5_000]])),
    tiers: fc.constantFrom([], TIERS_2019),
    rules: fc.constantFrom(
      new Map(),
      new Map([['underfunded', { severity: 'off', by: 'A', reason: 'B' }] as const]),
      new Map([['ineligible', { severity: 'info', by: 'A', reason: 'B' }] as const]),
    ),
  },
  { requiredKeys: [] },
)

const settingsEdits: fc.Arbitrary<EditMaker> = fc
  .tuple(policyChanges, fc.constantFrom('A', 'B'), fc.constantFrom(...YEARS))
  .map(([changed, title, to]) => (plan) => {
    const after = { ...plan.settings, title, to, policy: { ...plan.settings.policy, ...changed } }
    return [{ kind: 'settings-set', before: plan.settings, after }]
  })

/** Accepts, or takes back the acceptance of, some rule on a project in a year. */
const waiverEdits: fc.Arbitrary<EditMaker> = fc
  .tuple(
    pick,
    fc.constantFrom('underfunded' as const, 'ineligible' as const),
    fc.constantFrom(...YEARS),
    amounts,
  )
  .map(([p, rule, year, gauge]) => (plan) => {
    const id = at(plan.projects.keys(), p)
    if (id === undefined) return null
    const target = { rule, subject: 'project', id, year } as const
    const before = plan.waivers.get(waiverKey(target)) ?? null
    const accepted = { ...target, reason: 'chờ', by: 'A', at: '2026-01-01T00:00:00.000Z', gauge }
    return [{ kind: 'waiver-set', target, before, after: before ? null : accepted }]
  })

/** Every kind of edit a session can carry out. */
export const edits: fc.Arbitrary<EditMaker> = fc.oneof(
  { weight: 12, arbitrary: amountEdits },
  { weight: 3, arbitrary: pasteEdits },
  { weight: 1, arbitrary: programmeEdits },
  { weight: 1, arbitrary: lineEdits },
  { weight: 1, arbitrary: projectEdits },
  { weight: 1, arbitrary: removals },
  { weight: 1, arbitrary: settingsEdits },
  { weight: 1, arbitrary: waiverEdits },
)
