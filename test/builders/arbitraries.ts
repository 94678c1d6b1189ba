import fc from 'fast-check'
import type { Allocation } from '../../src/core/allocation.ts'
import { FUNDING_SOURCES, type FundingLine } from '../../src/core/funding-line.ts'
import { type Money, money } from '../../src/core/money.ts'
import { type Plan, createPlan } from '../../src/core/plan.ts'
import { TIERS_2019 } from '../../src/core/policy.ts'
import { PROGRAMME_KINDS, type Programme } from '../../src/core/programme.ts'
import {
  PROJECT_GROUPS,
  PROJECT_STAGES,
  REGION_CLASSES,
  type Project,
} from '../../src/core/project.ts'
import { SETTINGS } from './plan-builder.ts'

/** The years random figures lie in. */
export const YEARS = [2026, 2027, 2028] as const
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

/** The first kind of value three times as often as the second. */
const often = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: other })

/** Conditions that often allow all. */
const conditions = <T>(values: readonly T[]) =>
  often(fc.constant<T[]>([]), fc.subarray([...values]))

const programmeFields = {
  name: fc.string({ maxLength: 3 }),
  kind: often(fc.constantFrom('national-target', 'target'), fc.constantFrom(...PROGRAMME_KINDS)),
}

const lineFields = {
  name: fc.string({ maxLength: 3 }),
  source: often(fc.constantFrom('central', 'provincial'), fc.constantFrom(...FUNDING_SOURCES)),
  capitalType: often(fc.constant('development' as const), fc.constant('recurrent' as const)),
  budgetCodes: fc.string({ maxLength: 3 }),
  validUntil: optional(fc.integer({ min: 2025, max: 2029 })),
  eligibility: fc.record({
    sectors: conditions(SECTORS),
    places: often(fc.subarray([...PLACES], { maxLength: 1 }), fc.subarray([...PLACES])),
    groups: conditions(PROJECT_GROUPS),
    borderOnly: often(fc.constant(false), fc.constant(true)),
    stages: conditions(PROJECT_STAGES),
    regions: conditions(REGION_CLASSES),
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
  stage: often(fc.constantFrom('new-start', 'transitional'), fc.constantFrom(...PROJECT_STAGES)),
  capitalType: often(fc.constant('development' as const), fc.constant('recurrent' as const)),
  owner: fc.string({ maxLength: 3 }),
  startYear: optional(fc.constantFrom(2020, 2024, ...YEARS)),
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
export function programmes(id: number, parents: readonly number[]): fc.Arbitrary<Programme> {
  const parent =
    parents.length === 0 ? fc.constant(null) : often(fc.constant(null), fc.constantFrom(...parents))
  return fc.record({
    ...programmeFields,
    id: fc.constant(id),
    code: fc.constant(`CT-${id}`),
    parent,
  })
}

/** A line of this id, of one of the programmes or none. */
export function lines(id: number, programmeIds: readonly number[]): fc.Arbitrary<FundingLine> {
  const none = programmeIds.length === 0
  const programme = none ? fc.constant(null) : optional(fc.constantFrom(...programmeIds))
  return fc.record({ ...lineFields, id: fc.constant(id), code: fc.constant(`NV-${id}`), programme })
}

/** A project of this id. */
export function projects(id: number): fc.Arbitrary<Project> {
  return fc.record({ ...projectFields, id: fc.constant(id), code: projectCodes(id) })
}

/** The ids from 1 to so many. */
export const range = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

/** Thresholds a person may have set. */
export const policyChanges = fc.record(
  {
    maxProgrammes: fc.nat(3),
    coverage: fc.constantFrom(10_000, 5_000, 0),
    minShare: amounts,
    minSharePart: fc.constantFrom(0, 5_000),
    maxProjects: fc.nat(2),
    minAverage: amounts,
    reservePart: fc.constantFrom(0, 1_000, 10_000),
    counterpart: fc.constantFrom(
      new Map(),
      new Map([[1, 5_000]]),
      new Map([
        [2, 1],
        [1, 10_000],
      ]),
    ),
    tiers: fc.constantFrom([], TIERS_2019),
    rules: fc.constantFrom(
      new Map(),
      new Map([['underfunded', { severity: 'off', by: 'A', reason: 'B' }] as const]),
      new Map([['ineligible', { severity: 'info', by: 'A', reason: 'B' }] as const]),
    ),
  },
  { requiredKeys: [] },
)

const sizes = often(fc.integer({ min: 2, max: 4 }), fc.nat(5))

/** Plans with a programme tree, lines, projects and allocations of every size. */
export const plans: fc.Arbitrary<Plan> = fc
  .tuple(sizes, sizes, sizes)
  .chain(([p, l, q]) =>
    fc.record({
      programmes: fc.tuple(...range(p).map((id) => programmes(id, range(id - 1)))),
      policy: policyChanges,
      lines: fc.tuple(...range(l).map((id) => lines(id, range(p)))),
      projects: fc.tuple(...range(q).map(projects)),
      allocations: fc.array(allocations(range(q), range(l)), {
        maxLength: l === 0 || q === 0 ? 0 : 20,
        size: 'max',
      }),
    }),
  )
  .map((entries) => {
    const plan = createPlan({ ...SETTINGS, policy: { ...SETTINGS.policy, ...entries.policy } })
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
