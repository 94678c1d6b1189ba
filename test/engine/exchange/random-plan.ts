import fc from 'fast-check'
import type { Allocation } from '../../../src/core/allocation.ts'
import { CAPITAL_TYPES } from '../../../src/core/capital-type.ts'
import { FUNDING_SOURCES } from '../../../src/core/funding-line.ts'
import { type Money, money } from '../../../src/core/money.ts'
import { type Plan, createPlan } from '../../../src/core/plan.ts'
import { type Hold, HOLD_KINDS, holdKey } from '../../../src/core/hold.ts'
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy.ts'
import { PROGRAMME_KINDS } from '../../../src/core/programme.ts'
import { PROJECT_GROUPS, PROJECT_STAGES, REGION_CLASSES } from '../../../src/core/project.ts'
import { RULES } from '../../../src/core/rules/catalogue.ts'
import { RULE_CODES, SEVERITIES, TRUSTS } from '../../../src/core/rules/rule-code.ts'
import { waiverKey } from '../../../src/core/waiver.ts'

const YEARS = [2026, 2027, 2028] as const

/** Text as people and attackers write it: accents, quotes, separators, line breaks, formulas. */
const text = fc
  .oneof(
    fc.constantFrom(
      '=1+1',
      '+84 909',
      '-5',
      "'=cmd|' /C calc'!A0",
      '@SUM(A1)',
      "''-x",
      '#N/A',
      '#REF!',
      'TRUE',
      '1e5',
      '007',
      '1.234',
      'a;b',
      'a,b',
      'a\tb',
      'dòng 1\ndòng 2',
      '"nháy"',
      'Đường liên xã Ia Đal',
      '_x0041_',
      '<b>&amp;',
      '2026-01-05',
      '😀 cột',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map((value) =>
    value
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu, (c) => (c === '\n' || c === '\t' ? c : ''))
      .trim(),
  )

const name = text.map((value) => value || 'Tên')
const listItem = name.map((value) => value.replaceAll(';', ',').trim() || 'x')
const amount = fc
  .oneof(
    fc.bigInt({ min: 0n, max: 10n ** 15n }),
    fc.bigInt({ min: 0n, max: 999n }).map((n) => n * 10n ** 9n),
    fc.constantFrom(0n, 1n, 1000n, 1234n, 1_234_000n, 10n ** 15n, 999_999_999_999_999n),
  )
  .map((value) => money(value))
const positive = amount.map((value) => (value === 0n ? money(1) : value))
const year = fc.option(fc.integer({ min: 2000, max: 2100 }), { nil: null })
const years = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...YEARS.map(String)), value, { maxKeys: 3 })

const programme = fc.record({ name, kind: fc.constantFrom(...PROGRAMME_KINDS), parent: fc.nat(20) })

const line = fc.record({
  name,
  programme: fc.nat(20),
  source: fc.constantFrom(...FUNDING_SOURCES),
  capitalType: fc.constantFrom(...CAPITAL_TYPES),
  budgetCodes: text,
  validUntil: year,
  sectors: fc.array(listItem, { maxLength: 2 }),
  places: fc.array(listItem, { maxLength: 2 }),
  groups: fc.uniqueArray(fc.constantFrom(...PROJECT_GROUPS), { maxLength: 2 }),
  stages: fc.uniqueArray(fc.constantFrom(...PROJECT_STAGES), { maxLength: 2 }),
  regions: fc.uniqueArray(fc.constantFrom(...REGION_CLASSES), { maxLength: 3 }),
  borderOnly: fc.boolean(),
  basis: text,
  years: years(fc.record({ ceiling: amount, reserve: amount })),
})

const project = fc.record({
  name,
  place: text,
  isBorder: fc.boolean(),
  region: fc.constantFrom(...REGION_CLASSES),
  sector: text,
  task: text,
  group: fc.constantFrom(...PROJECT_GROUPS),
  stage: fc.constantFrom(...PROJECT_STAGES),
  capitalType: fc.constantFrom(...CAPITAL_TYPES),
  owner: text,
  startYear: year,
  endYear: year,
  totalInvestment: amount,
  fundedBefore: amount,
  arrears: amount,
  advance: amount,
  decision: text,
  decisionDate: text,
  exception: text,
  needs: years(amount),
  ratios: fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(10_000)), {
    maxLength: 3,
    selector: ([programme]) => programme,
  }),
})

const task = fc.record({ name, basis: text })

const allocation = fc.record({
  project: fc.nat(20),
  line: fc.nat(20),
  year: fc.constantFrom(...YEARS),
  amount: positive,
  note: text,
  isHeld: fc.boolean(),
})

const hold = fc.record({
  kind: fc.constantFrom(...HOLD_KINDS),
  project: fc.nat(20),
  line: fc.nat(20),
  year: fc.constantFrom(...YEARS),
})

const waiver = fc.record({
  rule: fc.constantFrom(...RULES),
  id: fc.nat(20),
  year: fc.constantFrom(...YEARS),
  reason: name,
  by: name,
  at: fc
    .date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((moment) => moment.toISOString()),
  gauge: fc.bigInt({ min: 0n, max: 10n ** 20n }),
})

const share = fc.nat(99_999)
const count = fc.nat(999_999)

const policy = fc.record({
  maxProgrammes: count,
  coverage: share,
  minShare: amount,
  minSharePart: share,
  maxProjects: count,
  minAverage: amount,
  reservePart: share,
  allowedYears: fc.record(
    Object.fromEntries(
      PROJECT_GROUPS.map((group) => [group, fc.option(fc.nat(99), { nil: null })]),
    ) as Record<(typeof PROJECT_GROUPS)[number], fc.Arbitrary<number | null>>,
  ),
  tiers: fc.tuple(
    ...PROJECT_STAGES.map((stage) =>
      fc.record({
        stage: fc.constant(stage),
        tier: fc.nat(7),
        source: name,
        trust: fc.constantFrom(...TRUSTS),
      }),
    ),
  ),
  counterpart: fc.array(fc.tuple(fc.nat(4), share), { maxLength: 3 }),
  rules: fc.dictionary(
    fc.constantFrom(...RULE_CODES),
    fc.record({ severity: fc.constantFrom('off' as const, ...SEVERITIES), by: name, reason: name }),
    { maxKeys: 3 },
  ),
})

const settings = fc.record({
  title: text,
  organisation: text,
  basis: text,
  from: fc.integer({ min: 2016, max: 2026 }),
  to: fc.integer({ min: 2028, max: 2030 }),
})

/** A plan without anything. */
export function emptyPlan(): Plan {
  return createPlan({
    title: 'Kế hoạch',
    organisation: 'Sở Tài chính',
    from: 2026,
    to: 2028,
    basis: '',
    policy: DEFAULT_POLICY,
  })
}

/** Plans of every shape a table can carry. */
export const randomPlan: fc.Arbitrary<Plan> = fc
  .record({
    programmes: fc.array(programme, { maxLength: 5 }),
    lines: fc.array(line, { maxLength: 5 }),
    tasks: fc.array(task, { maxLength: 3 }),
    projects: fc.array(project, { maxLength: 6 }),
    allocations: fc.array(allocation, { maxLength: 12 }),
    holds: fc.array(hold, { maxLength: 5 }),
    waivers: fc.array(waiver, { maxLength: 5 }),
    policy: fc.option(policy, { nil: null }),
    settings,
  })
  .map((of) => {
    const { programmes, lines, tasks, projects, allocations } = of
    const plan = emptyPlan()
    programmes.forEach((entry, i) => {
      const parent = entry.parent < i ? entry.parent + 1 : null
      plan.programmes.set(i + 1, { ...entry, id: i + 1, code: `CT-${i + 1}`, parent })
    })
    lines.forEach(({ sectors, places, groups, stages, regions, borderOnly, ...entry }, i) => {
      plan.lines.set(i + 1, {
        ...entry,
        id: i + 1,
        code: i === 0 ? '=NV' : `NV-${i + 1}`,
        programme: entry.programme < programmes.length ? entry.programme + 1 : null,
        eligibility: { sectors, places, regions, groups, stages, borderOnly },
        years: byYear(entry.years),
      })
    })
    tasks.forEach((entry, i) => plan.tasks.set(i + 1, { ...entry, id: i + 1, code: `NV${i + 1}` }))
    const isTop = (id: number) => plan.programmes.get(id)?.parent === null
    projects.forEach((entry, i) => {
      const code = i === 1 ? 'DRAFT-1' : String(7_800_001 + i)
      plan.projects.set(i + 1, {
        ...entry,
        id: i + 1,
        code,
        needs: byYear(entry.needs),
        ratios: new Map(
          entry.ratios.map(([of, share]) => [of + 1, share] as const).filter(([of]) => isTop(of)),
        ),
      })
    })
    const counterpart = new Map(
      (of.policy?.counterpart ?? [])
        .map(([at, ratio]) => [at + 1, ratio] as const)
        .filter(([id]) => isTop(id)),
    )
    const rules = new Map(Object.entries(of.policy?.rules ?? {})) as Policy['rules']
    plan.settings = {
      ...of.settings,
      policy: of.policy ? { ...of.policy, counterpart, rules } : DEFAULT_POLICY,
    }
    for (const entry of of.waivers) putWaiver(plan, entry)
    if (projects.length === 0 || lines.length === 0) return plan
    for (const entry of allocations) {
      const allocated: Allocation = {
        ...entry,
        project: (entry.project % projects.length) + 1,
        line: (entry.line % lines.length) + 1,
      }
      plan.allocations.set(allocated)
    }
    for (const entry of of.holds) putHold(plan, entry)
    return plan
  })

/** A waiver of a rule on one of the subjects it is about, where the plan has any. */
function putWaiver(plan: Plan, { rule, id: at, year, ...terms }: Generated<typeof waiver>): void {
  const entries = { project: plan.projects, line: plan.lines, task: plan.tasks }
  const subject = rule.subject
  const count = subject === 'plan' ? 0 : entries[subject].size
  if (subject !== 'plan' && count === 0) return
  const id = subject === 'plan' ? 0 : (at % count) + 1
  const target = { rule: rule.code, subject, id, year: rule.isYearly ? year : null }
  plan.waivers.set(waiverKey(target), { ...target, ...terms })
}

/** A hold of its kind; a cell with money keeps its hold itself. */
function putHold(plan: Plan, { kind, year, ...at }: Generated<typeof hold>): void {
  const project = kind === 'column' ? null : (at.project % plan.projects.size) + 1
  const line = kind === 'row' || kind === 'total' ? null : (at.line % plan.lines.size) + 1
  const isPaid = project !== null && line !== null && plan.allocations.has({ project, line, year })
  if (isPaid) return
  const held: Hold = { kind, project, line, year }
  plan.holds.set(holdKey(held), held)
}

type Generated<A> = A extends fc.Arbitrary<infer T> ? T : never

function byYear<T extends Money | object>(values: Record<string, T>): Map<number, T> {
  return new Map(Object.entries(values).map(([year, value]) => [Number(year), value]))
}
