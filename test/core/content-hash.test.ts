import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Hasher, contentHash } from '../../src/core/content-hash.ts'
import type { FundingLine } from '../../src/core/funding-line.ts'
import { money } from '../../src/core/money.ts'
import { type Plan, type PlanSettings, createPlan } from '../../src/core/plan.ts'
import { DEFAULT_POLICY, type Policy } from '../../src/core/policy.ts'
import type { Programme } from '../../src/core/programme.ts'
import type { Project } from '../../src/core/project.ts'
import { plans } from '../builders/arbitraries.ts'
import type { Waiver } from '../../src/core/waiver.ts'
import { buildPlan, copyPlan, entriesOf } from '../builders/plan-builder.ts'

function hashOf(plan: Plan): string {
  const hash = createHash('sha256')
  const hasher: Hasher = {
    update: (text) => void hash.update(text, 'utf8'),
    digest: () => hash.digest('hex'),
  }
  return contentHash(plan, hasher)
}

const sample = () =>
  buildPlan()
    .programme('NTM', { kind: 'national-target' })
    .programme('NTM-1', { parent: 'NTM' })
    .line('L1', {
      programme: 'NTM',
      ceiling: { 2026: 100 },
      reserve: { 2026: 10 },
      eligibility: { sectors: ['y tế', 'giáo dục'], places: ['Mô Rai'], groups: ['A', 'B'] },
    })
    .line('L2', { programme: 'NTM-1' })
    .project('7000001', { need: { 2026: 5, 2027: 6 }, totalInvestment: 100, fundedBefore: 1 })
    .project('7000002')
    .give('7000001', 'L1', 2026, 3)
    .give('7000001', 'L2', 2026, 4).plan

describe('what does not count', () => {
  test('ids and the order things were entered in', () => {
    const renumbered = plans.chain((plan) =>
      fc.record({
        plan: fc.constant(plan),
        programmes: shuffled([...plan.programmes.values()]),
        lines: shuffled([...plan.lines.values()]),
        projects: shuffled([...plan.projects.values()]),
        allocations: shuffled([...plan.allocations.values()]),
        offset: fc.nat(50),
      }),
    )
    fc.assert(
      fc.property(renumbered, ({ plan, programmes, lines, projects, allocations, offset }) => {
        const programmeIds = numbered(programmes, offset)
        const lineIds = numbered(lines, offset)
        const projectIds = numbered(projects, offset)
        const to = (ids: Map<number, number>, id: number | null) =>
          id === null ? null : (ids.get(id) ?? null)
        const { policy } = plan.settings
        const counterpart = new Map(
          [...policy.counterpart].map(([on, ratio]) => [to(programmeIds, on) ?? -on, ratio]),
        )
        const again = createPlan({ ...plan.settings, policy: { ...policy, counterpart } })
        for (const of of [...plan.tasks.values()].reverse()) again.tasks.set(of.id + 7, of)
        for (const of of programmes) {
          const id = programmeIds.get(of.id) ?? 0
          again.programmes.set(id, { ...of, id, parent: to(programmeIds, of.parent) })
        }
        for (const of of lines) {
          const id = lineIds.get(of.id) ?? 0
          const years = new Map([...of.years].reverse())
          again.lines.set(id, { ...of, id, years, programme: to(programmeIds, of.programme) })
        }
        for (const of of projects) {
          const id = projectIds.get(of.id) ?? 0
          const ratios = new Map(
            [...of.ratios].map(([on, ratio]) => [to(programmeIds, on) ?? 0, ratio]),
          )
          again.projects.set(id, { ...of, id, needs: new Map([...of.needs].reverse()), ratios })
        }
        for (const of of allocations) {
          const cell = {
            ...of,
            project: projectIds.get(of.project) ?? 0,
            line: lineIds.get(of.line) ?? 0,
          }
          again.allocations.set(cell)
        }
        expect(hashOf(again)).toBe(hashOf(plan))
      }),
      { numRuns: 200 },
    )
  })

  test('a year of zero need, or of no ceiling and no reserve, says what no entry says', () => {
    const plan = sample()
    const before = hashOf(plan)
    plan.projects.set(2, { ...project(plan, 2), needs: new Map([[2026, money(0)]]) })
    const none = { ceiling: money(0), reserve: money(0) }
    plan.lines.set(2, { ...line(plan, 2), years: new Map([[2027, none]]) })
    expect(hashOf(plan)).toBe(before)
    const reserve = { ceiling: money(0), reserve: money(1) }
    plan.lines.set(2, { ...line(plan, 2), years: new Map([[2027, reserve]]) })
    expect(hashOf(plan)).not.toBe(before)
  })

  test('the way accents are stored, and the order of a list of conditions', () => {
    const plan = sample()
    const before = hashOf(plan)
    const of = line(plan, 1)
    const sectors = ['giáo dục'.normalize('NFD'), 'y tế'.normalize('NFD')]
    plan.lines.set(1, { ...of, eligibility: { ...of.eligibility, sectors, groups: ['B', 'A'] } })
    plan.settings = { ...plan.settings, title: plan.settings.title.normalize('NFD') }
    expect(hashOf(plan)).toBe(before)
    // Sorted as typed, é in one letter comes after z and é in two before it.
    const accents = (form: string, order: readonly string[]) => {
      const places = order.map((place) => place.normalize(form))
      plan.lines.set(1, { ...of, eligibility: { ...of.eligibility, places } })
      return hashOf(plan)
    }
    expect(accents('NFD', ['é', 'z'])).toBe(accents('NFC', ['z', 'é']))
  })
})

describe('what counts', () => {
  const changedSettings: Record<keyof PlanSettings, Partial<PlanSettings>> = {
    title: { title: 'khác' },
    organisation: { organisation: 'khác' },
    from: { from: 2025 },
    to: { to: 2029 },
    basis: { basis: 'khác' },
    policy: { policy: { ...DEFAULT_POLICY, maxProgrammes: 3 } },
  }
  const changedProgramme: Record<Exclude<keyof Programme, 'id'>, Partial<Programme>> = {
    code: { code: 'khác' },
    name: { name: 'khác' },
    kind: { kind: 'oda' },
    parent: { parent: null },
  }
  const changedLine: Record<
    Exclude<keyof FundingLine, 'id' | 'eligibility'>,
    Partial<FundingLine>
  > = {
    code: { code: 'khác' },
    name: { name: 'khác' },
    programme: { programme: 2 },
    source: { source: 'land' },
    capitalType: { capitalType: 'recurrent' },
    budgetCodes: { budgetCodes: '280' },
    validUntil: { validUntil: 2026 },
    basis: { basis: 'khác' },
    years: { years: new Map([[2026, { ceiling: money(100), reserve: money(11) }]]) },
  }
  const changedConditions = {
    sectors: { sectors: ['y tế'] },
    places: { places: ['Mô', 'Rai'] },
    groups: { groups: ['A' as const] },
    stages: { stages: ['ppp' as const] },
    regions: { regions: ['III' as const] },
    borderOnly: { borderOnly: true },
  }
  const changedProject: Record<Exclude<keyof Project, 'id'>, Partial<Project>> = {
    code: { code: '7000009' },
    name: { name: 'khác' },
    place: { place: 'khác' },
    isBorder: { isBorder: false },
    region: { region: 'III' },
    sector: { sector: 'khác' },
    task: { task: 'khác' },
    group: { group: 'A' },
    stage: { stage: 'ppp' },
    capitalType: { capitalType: 'recurrent' },
    owner: { owner: 'khác' },
    startYear: { startYear: null },
    endYear: { endYear: 2029 },
    totalInvestment: { totalInvestment: money(101) },
    fundedBefore: { fundedBefore: money(2) },
    arrears: { arrears: money(1) },
    advance: { advance: money(1) },
    decision: { decision: 'khác' },
    decisionDate: { decisionDate: '2025-12-01' },
    exception: { exception: 'khác' },
    needs: { needs: new Map([[2026, money(5)]]) },
    ratios: { ratios: new Map([[1, 10_000]]) },
  }
  const changedPolicy: Record<keyof Policy, Partial<Policy>> = {
    maxProgrammes: { maxProgrammes: 3 },
    coverage: { coverage: 9_000 },
    minShare: { minShare: money(1) },
    minSharePart: { minSharePart: 1 },
    maxProjects: { maxProjects: 1 },
    minAverage: { minAverage: money(1) },
    reservePart: { reservePart: 1 },
    allowedYears: { allowedYears: { national: null, A: 6, B: 4, C: 4 } },
    tiers: { tiers: [] },
    counterpart: { counterpart: new Map([[1, 1_000]]) },
    rules: { rules: new Map([['underfunded', { severity: 'off', by: 'A', reason: 'B' }]]) },
  }
  const aTask = { id: 1, code: 'NV1', name: 'Giao thông', basis: '' }
  const aWaiver: Waiver = {
    rule: 'underfunded',
    subject: 'project',
    id: 1,
    year: 2026,
    reason: 'A',
    by: 'B',
    at: '2026-01-01T00:00:00.000Z',
    gauge: 1n,
  }
  const changedAllocation = {
    amount: { amount: money(9) },
    note: { note: 'khác' },
    isHeld: { isHeld: true },
    year: { year: 2027 },
    line: { line: 2 },
    project: { project: 2 },
  }

  const cases: [string, (plan: Plan) => void][] = [
    ...Object.entries(changedSettings).map(([name, change]): [string, (plan: Plan) => void] => [
      `settings.${name}`,
      (plan) => {
        plan.settings = { ...plan.settings, ...change }
      },
    ]),
    ...Object.entries(changedProgramme).map(([name, change]): [string, (plan: Plan) => void] => [
      `programme.${name}`,
      (plan) => {
        const of = plan.programmes.get(2)
        if (of) plan.programmes.set(2, { ...of, ...change })
      },
    ]),
    ...Object.entries(changedLine).map(([name, change]): [string, (plan: Plan) => void] => [
      `line.${name}`,
      (plan) => void plan.lines.set(1, { ...line(plan, 1), ...change }),
    ]),
    ...Object.entries(changedConditions).map(([name, change]): [string, (plan: Plan) => void] => [
      `line.eligibility.${name}`,
      (plan) => {
        const of = line(plan, 1)
        plan.lines.set(1, { ...of, eligibility: { ...of.eligibility, ...change } })
      },
    ]),
    ...Object.entries(changedProject).map(([name, change]): [string, (plan: Plan) => void] => [
      `project.${name}`,
      (plan) => void plan.projects.set(1, { ...project(plan, 1), ...change }),
    ]),
    ...Object.entries(changedAllocation).map(([name, change]): [string, (plan: Plan) => void] => [
      `allocation.${name}`,
      (plan) => {
        const [first] = plan.allocations.values()
        if (!first) throw new Error('an allocation was built')
        plan.allocations.delete(first)
        const moved = { ...first, ...change }
        plan.allocations.set(moved)
      },
    ]),
    ['a programme more', (plan) => void plan.programmes.set(9, { ...aProgramme, id: 9 })],
    ['a line less', (plan) => void plan.lines.delete(2)],
    ['a project less', (plan) => void plan.projects.delete(2)],
    [
      'an allocation less',
      (plan) => void plan.allocations.delete({ project: 1, line: 1, year: 2026 }),
    ],
    ['a task more', (plan) => void plan.tasks.set(1, aTask)],
    ['a waiver more', (plan) => void plan.waivers.set('any', aWaiver)],
    ...Object.entries(changedPolicy).map(([name, change]): [string, (plan: Plan) => void] => [
      `policy.${name}`,
      (plan) => {
        const policy = { ...plan.settings.policy, ...change }
        plan.settings = { ...plan.settings, policy }
      },
    ]),
  ]

  test.each(cases)('%s', (_name, change) => {
    const plan = sample()
    const before = hashOf(plan)
    change(plan)
    expect(hashOf(plan)).not.toBe(before)
  })

  test('where one field ends and the next begins', () => {
    const named = (name: string, place: string) => {
      const plan = sample()
      plan.projects.set(1, { ...project(plan, 1), name, place })
      return hashOf(plan)
    }
    expect(named('ab', 'c')).not.toBe(named('a', 'bc'))
    expect(named('1:a', '')).not.toBe(named('', '1:a'))
  })
})

test('hashing leaves the plan as it was', () => {
  const plan = sample()
  const before = copyPlan(plan)
  hashOf(plan)
  expect(entriesOf(plan)).toEqual(entriesOf(before))
})

const aProgramme: Programme = { id: 9, code: 'X', name: 'X', kind: 'other', parent: null }

function shuffled<T>(all: T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray(all, { minLength: all.length })
}

/** New ids by old ones, counting down from above so that none keeps its own. */
function numbered(all: readonly { id: number }[], offset: number): Map<number, number> {
  return new Map(all.map(({ id }, i) => [id, 100 + offset - i]))
}

function line(plan: Plan, id: number): FundingLine {
  const of = plan.lines.get(id)
  if (!of) throw new Error(`the plan has no line ${id}`)
  return of
}

function project(plan: Plan, id: number): Project {
  const of = plan.projects.get(id)
  if (!of) throw new Error(`the plan has no project ${id}`)
  return of
}
