import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../../src/core/policy.ts'
import { buildPlan, buildPlanUnder } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

/** Group C from 2026: a third of 3000 is due by the end of each year of the period. */
const project = (fields: object = {}, builder = buildPlan()) =>
  builder.line('NST').project('7000001', { totalInvestment: 3000, ...fields })

test('a project is flagged up to one đồng below the even pace, money before the plan included', () => {
  const funded = (amount: number) =>
    project({ fundedBefore: 400 })
      .give('7000001', 'NST', 2026, amount - 400)
      .give('7000001', 'NST', 2027, 3000)
  expect(flagsOf('behind-schedule', funded(1001))).toEqual([])
  expect(flagsOf('behind-schedule', funded(1000))).toEqual([])
  expect(fullFlagsOf('behind-schedule', funded(999))).toEqual([
    {
      code: 'behind-schedule',
      severity: 'warning',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: 2026,
      waiver: null,
      gauge: 1n,
      detail: {
        funded: 999n,
        totalInvestment: 3000n,
        expected: 1000n,
        share: '33.3',
        expectedShare: '33.33',
        elapsed: 1,
        allowed: 3,
      },
    },
  ])
})

test('a pace that is no whole đồng is rounded up: less is behind, that much is not', () => {
  const funded = (amount: number) =>
    project({ totalInvestment: 1000 })
      .give('7000001', 'NST', 2026, amount)
      .give('7000001', 'NST', 2027, 1000)
  expect(flagsOf('behind-schedule', funded(334))).toEqual([])
  expect(fullFlagsOf('behind-schedule', funded(333))).toMatchObject([
    { gauge: 1n, detail: { expected: 334n } },
  ])
})

test('each year of the period is judged on the money up to it, years outside it are not judged', () => {
  const paid = (year: number) => project().give('7000001', 'NST', year, 3000)
  expect(yearsFlagged('behind-schedule', paid(2026))).toEqual([])
  expect(yearsFlagged('behind-schedule', paid(2028))).toEqual([2026, 2027])
  expect(yearsFlagged('behind-schedule', paid(2029))).toEqual([2026, 2027, 2028])
  expect(yearsFlagged('behind-schedule', paid(2025))).toEqual([])
})

test('before its first year nothing is due; after its allowed years all of it, and no more', () => {
  expect(yearsFlagged('behind-schedule', project({ startYear: 2027 }))).toEqual([2027, 2028])
  const late = (fundedBefore: number) => project({ startYear: 2015, fundedBefore })
  expect(flagsOf('behind-schedule', late(3000))).toEqual([])
  expect(flagsOf('behind-schedule', late(2999))[0]).toMatchObject({
    year: 2026,
    detail: { expected: 3000n, share: '99.97', expectedShare: '100', elapsed: 3, allowed: 3 },
  })
})

test('without a start year, a total investment or a limit of years nothing is due', () => {
  for (const fields of [{ startYear: null }, { totalInvestment: 0 }, { group: 'national' }]) {
    expect(flagsOf('behind-schedule', project(fields))).toEqual([])
  }
})

test('the policy sets the years of a group', () => {
  const { allowedYears } = DEFAULT_POLICY
  const years = (years: number | null) =>
    project(
      { group: 'A', fundedBefore: 1500 },
      buildPlanUnder({ allowedYears: { ...allowedYears, A: years } }),
    )
  expect(yearsFlagged('behind-schedule', years(6))).toEqual([])
  expect(yearsFlagged('behind-schedule', years(5))).toEqual([2028])
  expect(yearsFlagged('behind-schedule', years(1))).toEqual([2026, 2027, 2028])
  expect(yearsFlagged('behind-schedule', years(null))).toEqual([])
})

test('no figure is too large to be judged to the đồng', () => {
  const most = 10n ** 15n
  const funded = (fundedBefore: bigint) =>
    project({ totalInvestment: most, fundedBefore, startYear: 2015 })
  expect(flagsOf('behind-schedule', funded(most))).toEqual([])
  expect(fullFlagsOf('behind-schedule', funded(most - 1n))).toMatchObject([
    { gauge: 1n },
    { gauge: 1n },
    { gauge: 1n },
  ])
})
