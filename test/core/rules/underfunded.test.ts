import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, yearsFlagged } from './flags-of.ts'

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
