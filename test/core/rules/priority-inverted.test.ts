import { expect, test } from 'vitest'
import type { PriorityTier } from '../../../src/core/policy.ts'
import { PROJECT_STAGES, type ProjectStage } from '../../../src/core/project.ts'
import { type PlanBuilder, buildPlan, buildPlanUnder } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

/** A transitional project that needs 100 in 2026 and a new start that gets 50 of the same line. */
const sample = (later: object = {}, earlier: object = {}, builder = buildPlan()) =>
  builder
    .line('NST')
    .project('7000001', { need: { 2026: 100 }, ...earlier })
    .project('7000002', { stage: 'new-start', ...later })
    .give('7000002', 'NST', 2026, 50)

const tier = (stage: ProjectStage, number: number): PriorityTier => ({
  stage,
  tier: number,
  source: 'thử',
  trust: 'D',
})

test('a project is flagged while one of an earlier tier is a đồng short of its need', () => {
  const given = (amount: number) => sample().give('7000001', 'NST', 2026, amount)
  expect(flagsOf('priority-inverted', given(101))).toEqual([])
  expect(flagsOf('priority-inverted', given(100))).toEqual([])
  expect(fullFlagsOf('priority-inverted', given(99))).toEqual([
    {
      code: 'priority-inverted',
      severity: 'warning',
      subject: { kind: 'project', id: 2, code: '7000002' },
      year: 2026,
      waiver: null,
      gauge: 50n,
      cells: [{ project: 2, line: 1, year: 2026 }],
      detail: { earlier: ['7000001'], later: '7000002', amount: 50n, lines: ['NST'] },
    },
  ])
})

test('the order of 2019: who waits goes before every stage of a later tier', () => {
  const goBefore = (waiting: ProjectStage) =>
    PROJECT_STAGES.filter(
      (stage) => flagsOf('priority-inverted', sample({ stage }, { stage: waiting })).length > 0,
    )
  const [first, ...rest] = PROJECT_STAGES
  expect(goBefore('completed-unpaid')).toEqual(rest)
  expect(first).toBe('completed-unpaid')
  const afterSecond = ['transitional', 'completing', 'new-start', 'preparation']
  expect(goBefore('counterpart-oda')).toEqual(afterSecond)
  expect(goBefore('ppp')).toEqual(afterSecond)
  expect(goBefore('transitional')).toEqual(['new-start', 'preparation'])
  expect(goBefore('completing')).toEqual(['new-start', 'preparation'])
  expect(goBefore('new-start')).toEqual(['preparation'])
  expect(goBefore('preparation')).toEqual([])
})

test('the policy sets the tiers; a stage it does not place comes last, without tiers nobody is ahead', () => {
  const flagged = (tiers: readonly PriorityTier[]) =>
    flagsOf('priority-inverted', sample({}, {}, buildPlanUnder({ tiers }))).length
  expect(flagged([tier('transitional', 2), tier('new-start', 1)])).toBe(0)
  expect(flagged([tier('transitional', 1), tier('new-start', 2)])).toBe(1)
  expect(flagged([tier('transitional', 7)])).toBe(0)
  expect(flagged([tier('transitional', 6)])).toBe(1)
  expect(flagged([tier('new-start', 6)])).toBe(0)
  expect(flagged([])).toBe(0)
})

test('money the earlier project may not take jumps no queue', () => {
  expect(flagsOf('priority-inverted', sample({}, { sector: 'giáo dục' }))).toEqual([])
  expect(flagsOf('priority-inverted', sample({}, { capitalType: 'recurrent' }))).toEqual([])
  const bound = (place: string) =>
    buildPlan()
      .line('NTM', { eligibility: { places: ['Mô Rai'] } })
      .project('7000001', { need: { 2026: 100 }, place })
      .project('7000002', { stage: 'new-start' })
      .give('7000002', 'NTM', 2026, 50)
  expect(flagsOf('priority-inverted', bound('Ia Đal'))).toEqual([])
  expect(flagsOf('priority-inverted', bound(' MÔ RAI'))).toHaveLength(1)
})

test('without a need or without money there is no order to keep', () => {
  expect(flagsOf('priority-inverted', sample({}, { need: {} }))).toEqual([])
  const unpaid = buildPlan()
    .line('NST')
    .project('7000001', { need: { 2026: 100 } })
    .project('7000002', { stage: 'new-start', need: { 2026: 100 } })
  expect(flagsOf('priority-inverted', unpaid)).toEqual([])
})

test('only the lines the earlier project could take count, and all of them together', () => {
  const paid = (builder: PlanBuilder) =>
    ['XSKT', 'DAT', 'BG'].reduce(
      (of, line) => of.give('7000002', line, 2026, 10),
      builder
        .line('XSKT')
        .line('DAT')
        .line('BG', { eligibility: { groups: ['B'] } }),
    )
  const builder = paid(sample({ group: 'B' }))
  expect(fullFlagsOf('priority-inverted', builder)).toMatchObject([
    {
      gauge: 70n,
      detail: { amount: 70n, lines: ['DAT', 'NST', 'XSKT'] },
      cells: [{ line: 3 }, { line: 1 }, { line: 2 }],
    },
  ])
})

test('of several that wait it names the first by code of the earliest tier, for each line', () => {
  const builder = sample()
    .line('BG', { eligibility: { groups: ['A', 'C'] } })
    .project('7000005', { need: { 2026: 1 }, stage: 'ppp', group: 'A' })
    .project('7000004', { need: { 2026: 1 }, stage: 'ppp', group: 'A' })
    .project('7000003', { need: { 2026: 1 }, stage: 'completed-unpaid', group: 'B' })
    .give('7000002', 'BG', 2026, 1)
  expect(flagsOf('priority-inverted', builder)).toMatchObject([
    { detail: { earlier: ['7000003', '7000004'], lines: ['BG', 'NST'] } },
  ])
})

test('every year of the period has its own queue, years outside it have none', () => {
  const builder = buildPlan()
    .line('NST')
    .project('7000001', { need: { 2025: 9, 2026: 9, 2028: 9, 2029: 9 } })
    .project('7000002', { stage: 'new-start' })
  for (const year of [2025, 2026, 2027, 2028, 2029]) builder.give('7000002', 'NST', year, 1)
  expect(yearsFlagged('priority-inverted', builder)).toEqual([2026, 2028])
})
