import { expect, test } from 'vitest'
import { buildPlan, buildPlanUnder } from '../../builders/plan-builder.ts'
import { readRealCases } from '../../builders/real-cases.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

const needs = { 2026: 1000, 2027: 1000, 2028: 1000 }

test('a project is flagged up to one đồng below its need', () => {
  const given = (amount: number) =>
    buildPlan()
      .line('NST')
      .line('NSTW')
      .project('7000001', { need: { 2026: 1000 } })
      .give('7000001', 'NST', 2026, 500)
      .give('7000001', 'NSTW', 2026, amount - 500)
  expect(flagsOf('underfunded', given(1001))).toEqual([])
  expect(flagsOf('underfunded', given(1000))).toEqual([])
  expect(flagsOf('underfunded', given(999))).toEqual([
    {
      code: 'underfunded',
      severity: 'warning',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: 2026,
      detail: { need: 1000n, allocated: 999n, shortfall: 1n, coverage: '99.9' },
    },
  ])
})

test('every year of the period is checked, years outside it are not', () => {
  const builder = buildPlan().project('7000001', { need: { ...needs, 2025: 9, 2029: 9 } })
  expect(yearsFlagged('underfunded', builder)).toEqual([2026, 2027, 2028])
})

test('a year without a need is never short', () => {
  const builder = buildPlan()
    .project('7000001')
    .project('7000002', { need: { 2026: 0 } })
  expect(flagsOf('underfunded', builder)).toEqual([])
})

test('it is an error in the year a project ends, as long as a đồng of its total investment is missing', () => {
  const ending = (fundedBefore: number, endYear: number | null = 2027) =>
    flagsOf(
      'underfunded',
      buildPlan()
        .line('NST')
        .project('7000001', { need: needs, endYear, totalInvestment: 3000, fundedBefore })
        .give('7000001', 'NST', 2027, 999),
    ).map(({ year, severity }) => `${year} ${severity}`)
  expect(ending(2000)).toEqual(['2027 error', '2026 warning', '2028 warning'])
  expect(ending(2001)).toEqual(['2026 warning', '2027 warning', '2028 warning'])
  expect(ending(2000, null)).toEqual(['2026 warning', '2027 warning', '2028 warning'])
  expect(ending(2000, 2028)).toEqual(['2028 error', '2026 warning', '2027 warning'])
})

test('an unknown total investment leaves it a warning', () => {
  const builder = buildPlan().project('7000001', { need: needs, endYear: 2026 })
  expect(flagsOf('underfunded', builder).map(({ severity }) => severity)).toEqual([
    'warning',
    'warning',
    'warning',
  ])
})

test('the policy sets the share of its need a project must get', () => {
  const given = (coverage: number, amount: number) =>
    buildPlanUnder({ coverage })
      .line('NST')
      .project('7000001', { need: { 2026: 1001 } })
      .give('7000001', 'NST', 2026, amount)
  expect(flagsOf('underfunded', given(8_000, 801))).toEqual([])
  // 800 of 1001 is 79,92 %; what is short is short of the whole need all the same.
  expect(fullFlagsOf('underfunded', given(8_000, 800))).toMatchObject([
    { gauge: 201n, detail: { shortfall: 201n, coverage: '79.92' } },
  ])
  expect(flagsOf('underfunded', given(10_000, 1000))).toHaveLength(1)
  expect(flagsOf('underfunded', given(1, 1))).toEqual([])
  const unpaid = (coverage: number) =>
    buildPlanUnder({ coverage }).project('7000001', { need: { 2026: 1001 } })
  expect(flagsOf('underfunded', unpaid(1))).toHaveLength(1)
  expect(flagsOf('underfunded', unpaid(0))).toEqual([])
})

test('a project with more than its need is never short, whatever share the policy asks', () => {
  const builder = buildPlanUnder({ coverage: 20_000 })
    .line('NST')
    .project('7000001', { need: { 2026: 1000, 2027: 1000 } })
    .give('7000001', 'NST', 2026, 1000)
    .give('7000001', 'NST', 2027, 999)
  expect(yearsFlagged('underfunded', builder)).toEqual([2027])
})

test('finds the real projects whose sources add up to less than their total', () => {
  const short = [...readRealCases('sources_missing'), ...readRealCases('sources_ne_total')]
    .filter(({ first, second }) => second < first)
    .map(({ first, second }) => {
      const builder = buildPlan()
        .line('NST')
        .project('7000001', { need: { 2026: first } })
      if (second > 0n) builder.give('7000001', 'NST', 2026, second)
      return flagsOf('underfunded', builder).map(({ detail }) => detail['shortfall'])
    })
  expect(short).toEqual([[116_994_000_000n], [63_620_000n]])
})
