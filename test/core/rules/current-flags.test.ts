import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '../../../src/core/money.ts'
import { type PlanChange, allocationChange } from '../../../src/core/plan-change.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { countFlags, flagsOfYear } from '../../../src/core/rules/check-plan.ts'
import { CurrentFlags } from '../../../src/core/rules/current-flags.ts'
import type { RuleCode, Severity } from '../../../src/core/rules/rule-code.ts'
import { type Waiver, type WaiverTarget, waiverKey } from '../../../src/core/waiver.ts'
import { plans } from '../../builders/arbitraries.ts'
import { edits } from '../../builders/arbitrary-edits.ts'
import { type PlanBuilder, buildPlan, buildPlanUnder } from '../../builders/plan-builder.ts'

/** A plan with its flags kept current through every edit made on it. */
class Living {
  readonly index: PlanIndex
  readonly flags: CurrentFlags

  constructor(private readonly builder: PlanBuilder) {
    this.index = new PlanIndex(builder.plan)
    this.flags = new CurrentFlags(this.index)
  }

  apply(...changes: readonly PlanChange[]) {
    return this.flags.follow(this.index.apply(changes))
  }

  give(project: string, line: string, year: number, amount: number) {
    const cell = this.builder.cell(project, line, year)
    return this.apply(allocationChange(this.builder.plan, cell, money(amount)))
  }

  waive(target: WaiverTarget, gauge: bigint) {
    const before = this.builder.plan.waivers.get(waiverKey(target)) ?? null
    return this.apply({ kind: 'waiver-set', target, before, after: accept(target, gauge) })
  }

  /** Every flag of a rule, as `year severity` with a star where it is waived. */
  said(code: RuleCode) {
    return this.flags
      .list()
      .filter((flag) => flag.code === code)
      .map(({ year, severity, waiver }) => `${year ?? 'all'} ${severity}${waiver ? '*' : ''}`)
  }
}

const accept = (target: WaiverTarget, gauge: bigint): Waiver => ({
  ...target,
  reason: 'chờ bổ sung vốn',
  by: 'Lan',
  at: '2026-01-01T00:00:00.000Z',
  gauge,
})

/** A project that is a đồng or more short of 100 in 2026 and in 2027. */
const short = (builder = buildPlan()) =>
  new Living(
    builder
      .line('NST', { ceiling: { 2026: 1000, 2027: 1000 } })
      .project('7000001', { need: { 2026: 100, 2027: 100 }, endYear: 2027, totalInvestment: 9000 })
      .give('7000001', 'NST', 2026, 90)
      .give('7000001', 'NST', 2027, 90),
  )

const underfundedIn = (year: number | null): WaiverTarget => ({
  rule: 'underfunded',
  subject: 'project',
  id: 1,
  year,
})

const rated = (code: RuleCode, severity: Severity | 'off') => ({
  rules: new Map([[code, { severity, by: 'Lan', reason: 'thử' }]]),
})

test('the policy sets how serious a rule is, in place of every severity of its own', () => {
  expect(short().said('underfunded')).toEqual(['2027 error', '2026 warning'])
  for (const severity of ['error', 'warning', 'info'] as const) {
    const living = short(buildPlanUnder(rated('underfunded', severity)))
    expect(living.said('underfunded')).toEqual([`2026 ${severity}`, `2027 ${severity}`])
    expect(living.flags.counts()[severity]).toBeGreaterThanOrEqual(2)
  }
})

test('the policy switches a rule off, that one alone', () => {
  const living = short(buildPlanUnder(rated('underfunded', 'off')))
  expect(living.said('underfunded')).toEqual([])
  expect(living.said('behind-schedule')).toHaveLength(3)
  expect(living.flags.counts()).toEqual({ error: 0, warning: 3, info: 0, waived: 0 })
  expect(living.flags.of('project:1').map(({ code }) => code)).not.toContain('underfunded')
})

test('a policy changed while the plan is open holds at once', () => {
  const living = short()
  const before = living.index.plan.settings
  const policy = { ...before.policy, ...rated('underfunded', 'info') }
  living.apply({ kind: 'settings-set', before, after: { ...before, policy } })
  expect(living.said('underfunded')).toEqual(['2026 info', '2027 info'])
  living.apply({ kind: 'settings-set', before: living.index.plan.settings, after: before })
  expect(living.said('underfunded')).toEqual(['2027 error', '2026 warning'])
})

test('a waiver covers a flag until it is worse by one đồng, and again once it is not', () => {
  const living = short()
  const open = living.flags.counts()
  living.waive(underfundedIn(2027), 10n)
  expect(living.said('underfunded')).toEqual(['2027 error*', '2026 warning'])
  expect(living.flags.counts()).toEqual({ ...open, error: open.error - 1, waived: 1 })
  living.give('7000001', 'NST', 2027, 89)
  expect(living.said('underfunded')).toEqual(['2027 error', '2026 warning'])
  expect(living.flags.counts()).toEqual(open)
  living.give('7000001', 'NST', 2027, 90)
  expect(living.said('underfunded')).toEqual(['2027 error*', '2026 warning'])
  living.give('7000001', 'NST', 2027, 91)
  expect(living.said('underfunded')).toEqual(['2027 error*', '2026 warning'])
})

test('a flag keeps the waiver that covers it, with who accepted it and why', () => {
  const living = short()
  living.waive(underfundedIn(2026), 10n)
  const [flag] = living.flags.of('project:1').filter(({ year, code }) => {
    return code === 'underfunded' && year === 2026
  })
  expect(flag?.waiver).toEqual(accept(underfundedIn(2026), 10n))
})

test('a flag that is gone leaves its waiver nothing to count', () => {
  const living = short()
  living.waive(underfundedIn(2026), 10n)
  living.give('7000001', 'NST', 2026, 100)
  expect(living.said('underfunded')).toEqual(['2027 error'])
  expect(living.flags.counts().waived).toBe(0)
})

test('a waiver taken back reopens the flag', () => {
  const living = short()
  const open = living.flags.counts()
  living.waive(underfundedIn(2026), 10n)
  const target = underfundedIn(2026)
  living.apply({ kind: 'waiver-set', target, before: accept(target, 10n), after: null })
  expect(living.flags.counts()).toEqual(open)
})

test('a waiver covers its own rule, subject and year and nothing else', () => {
  const living = short()
  const open = living.flags.counts()
  for (const target of [
    underfundedIn(null),
    underfundedIn(2028),
    underfundedIn(2035),
    { ...underfundedIn(2026), id: 2 },
    { ...underfundedIn(2026), subject: 'line' },
    { ...underfundedIn(2026), rule: 'ceiling-exceeded' },
  ] as const) {
    living.waive(target, 10n ** 15n)
  }
  expect(living.flags.counts()).toEqual(open)
  expect(living.said('underfunded')).toEqual(['2027 error', '2026 warning'])
  living.waive(underfundedIn(2026), 10n)
  expect(living.flags.counts()).toEqual({ ...open, warning: open.warning - 1, waived: 1 })
})

test('one waiver covers all flags of its rule in the year as long as they are together no worse', () => {
  const living = new Living(
    buildPlan()
      .line('BG', { eligibility: { groups: ['A'] }, ceiling: { 2026: 99 } })
      .line('NTM', { eligibility: { groups: ['A'] }, ceiling: { 2026: 99 } })
      .project('7000001')
      .give('7000001', 'BG', 2026, 6)
      .give('7000001', 'NTM', 2026, 4),
  )
  living.waive({ rule: 'ineligible', subject: 'project', id: 1, year: 2026 }, 10n)
  expect(living.said('ineligible')).toEqual(['2026 error*', '2026 error*'])
  expect(living.flags.counts()).toMatchObject({ error: 0, waived: 2 })
  living.give('7000001', 'BG', 2026, 3)
  living.give('7000001', 'NTM', 2026, 7)
  expect(living.flags.counts()).toMatchObject({ error: 0, waived: 2 })
  living.give('7000001', 'NTM', 2026, 8)
  expect(living.flags.counts()).toMatchObject({ error: 2, waived: 0 })
})

test('flags of lines, tasks, the plan and the whole period can be waived too', () => {
  const living = new Living(
    buildPlan()
      .task('NV1')
      .line('TW', { source: 'central', ceiling: { 2026: 100 } })
      .project('7000001', { endYear: null })
      .give('7000001', 'TW', 2026, 101),
  )
  expect(living.flags.counts()).toEqual({ error: 1, warning: 1, info: 2, waived: 0 })
  living.waive({ rule: 'ceiling-exceeded', subject: 'line', id: 1, year: 2026 }, 1n)
  living.waive({ rule: 'task-unfunded', subject: 'task', id: 1, year: null }, 1n)
  living.waive({ rule: 'reserve-missing', subject: 'plan', id: 0, year: null }, 10n)
  living.waive({ rule: 'deadline-missing', subject: 'project', id: 1, year: null }, 1n)
  expect(living.flags.list().every(({ waiver }) => waiver !== null)).toBe(true)
  expect(living.flags.counts()).toEqual({ error: 0, warning: 0, info: 0, waived: 4 })
})

test('a waiver of a rule that is switched off counts nothing', () => {
  const living = short(buildPlanUnder(rated('underfunded', 'off')))
  living.waive(underfundedIn(2026), 10n)
  expect(living.flags.counts()).toEqual({ error: 0, warning: 3, info: 0, waived: 0 })
})

test('an edit of one project names every other whose flags it may have changed', () => {
  const living = new Living(
    buildPlan()
      .task('NV1')
      .line('NST', { ceiling: { 2026: 1000 } })
      .project('7000001', { need: { 2026: 10 }, task: 'NV1' })
      .project('7000002', { stage: 'new-start', decision: 'QĐ', decisionDate: '2025-12-01' })
      .give('7000002', 'NST', 2026, 5),
  )
  expect(living.said('priority-inverted')).toEqual(['2026 warning'])
  expect(living.said('task-unfunded')).toEqual(['all info'])
  const named = living.give('7000001', 'NST', 2026, 10)
  expect(named).toEqual({ projects: new Set([1, 2]), lines: new Set([1]) })
  expect(living.flags.list()).toEqual([])
})

test('what is not in the plan has no flags', () => {
  const { flags } = short()
  for (const key of ['project:9', 'line:9', 'task:1', 'plan:7'] as const) {
    expect(flags.of(key)).toEqual([])
  }
})

test('what a subject has open in a year leaves out what is waived and keeps what is of the period', () => {
  const living = short()
  living.waive(underfundedIn(2026), 10n)
  expect(living.flags.openOf('project', 0)).toEqual([
    { error: 0, warning: 1, info: 0 },
    { error: 1, warning: 1, info: 0 },
    { error: 0, warning: 1, info: 0 },
  ])
})

test('lists, counts and what each subject has open agree after any edits', () => {
  const makers = fc.array(edits, { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(plans, makers, (plan, all) => {
      const index = new PlanIndex(plan)
      const flags = new CurrentFlags(index)
      for (const make of all) {
        const changes = make(plan)
        if (changes) flags.follow(index.apply(changes))
      }
      const list = flags.list()
      expect(flags.counts()).toEqual(countFlags(list))
      expect(flags.waived()).toHaveLength(flags.counts().waived)
      index.projects.ids.forEach((id, slot) => {
        const mine = list.filter(({ subject }) => subject.kind === 'project' && subject.id === id)
        expect(flags.of(`project:${id}`)).toEqual(mine)
        const open = index.years.map((year) => {
          const { waived: _waived, ...counts } = countFlags(flagsOfYear(mine, year))
          return counts
        })
        expect(flags.openOf('project', slot)).toEqual(open)
      })
    }),
    { numRuns: 150 },
  )
})
