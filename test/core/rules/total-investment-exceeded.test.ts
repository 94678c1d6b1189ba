import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { readRealCases } from '../../builders/real-cases.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

const funded = (amount: number, totalInvestment = 1000) =>
  buildPlan()
    .line('NST')
    .project('7000001', { totalInvestment, fundedBefore: 900 })
    .give('7000001', 'NST', 2026, 40)
    .give('7000001', 'NST', 2028, amount - 40)

test('a project is flagged from one đồng above its total investment, money before the plan included', () => {
  expect(flagsOf('total-investment-exceeded', funded(99))).toEqual([])
  expect(flagsOf('total-investment-exceeded', funded(100))).toEqual([])
  expect(flagsOf('total-investment-exceeded', funded(101))).toEqual([
    {
      code: 'total-investment-exceeded',
      severity: 'error',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: null,
      detail: { totalInvestment: 1000n, funded: 1001n, excess: 1n },
    },
  ])
})

test('every year counts to the đồng: the first, the last and money outside the period', () => {
  for (const year of [2025, 2026, 2027, 2028, 2029]) {
    const given = (amount: number) =>
      buildPlan()
        .line('NST')
        .project('7000001', { totalInvestment: 10 })
        .give('7000001', 'NST', year, amount)
    expect([year, flagsOf('total-investment-exceeded', given(10))]).toEqual([year, []])
    expect(flagsOf('total-investment-exceeded', given(11))).toHaveLength(1)
  }
})

test('a project whose total investment is unknown is not flagged', () => {
  expect(flagsOf('total-investment-exceeded', funded(101, 0))).toEqual([])
})

test('money before the plan alone can exceed', () => {
  const builder = buildPlan().project('7000001', { totalInvestment: 10, fundedBefore: 11 })
  expect(flagsOf('total-investment-exceeded', builder)).toHaveLength(1)
})

test('finds the real project whose sources add up to more than its total', () => {
  const [{ first, second } = { first: 0n, second: 0n }] = readRealCases('sources_ne_total')
  // 10.493 triệu of the province and 11.834 of the district for a total of 11.834,04.
  const builder = buildPlan()
    .line('NST')
    .line('NSH')
    .project('7000001', { totalInvestment: first })
    .give('7000001', 'NST', 2026, 10_493_000_000n)
    .give('7000001', 'NSH', 2026, second - 10_493_000_000n)
  expect(flagsOf('total-investment-exceeded', builder)).toMatchObject([
    { detail: { funded: 22_327_000_000n, excess: 10_492_960_000n } },
  ])
})

test('it is as bad as its excess', () => {
  expect(fullFlagsOf('total-investment-exceeded', funded(107))).toMatchObject([{ gauge: 7n }])
})
