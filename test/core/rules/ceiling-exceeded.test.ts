import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

const drawn = (amount: number, year = 2026) =>
  buildPlan()
    .line('NST', { ceiling: { 2026: 100, 2027: 100, 2028: 100 }, reserve: { 2026: 10, 2028: 10 } })
    .project('7000001')
    .project('7000002')
    .give('7000001', 'NST', year, amount - 1)
    .give('7000002', 'NST', year, 1)

test('a line is flagged from one đồng above its ceiling less its reserve', () => {
  expect(flagsOf('ceiling-exceeded', drawn(89))).toEqual([])
  expect(flagsOf('ceiling-exceeded', drawn(90))).toEqual([])
  expect(flagsOf('ceiling-exceeded', drawn(91))).toEqual([
    {
      code: 'ceiling-exceeded',
      severity: 'error',
      subject: { kind: 'line', id: 1, code: 'NST' },
      year: 2026,
      detail: { ceiling: 100n, reserve: 10n, allocated: 91n, excess: 1n },
    },
  ])
})

test('each year has its own ceiling, the first and the last of the period too', () => {
  expect(yearsFlagged('ceiling-exceeded', drawn(91, 2026))).toEqual([2026])
  expect(yearsFlagged('ceiling-exceeded', drawn(91, 2027))).toEqual([])
  expect(yearsFlagged('ceiling-exceeded', drawn(101, 2027))).toEqual([2027])
  expect(yearsFlagged('ceiling-exceeded', drawn(91, 2028))).toEqual([2028])
})

test('a line without a ceiling in a year may give nothing then', () => {
  const builder = buildPlan().line('NST').project('7000001').give('7000001', 'NST', 2027, 1)
  expect(flagsOf('ceiling-exceeded', builder)).toMatchObject([
    { year: 2027, detail: { ceiling: 0n, reserve: 0n, allocated: 1n, excess: 1n } },
  ])
})

test('a negative remainder and the flag always come together', () => {
  const builder = buildPlan().line('NST', { ceiling: { 2026: 5 }, reserve: { 2026: 6 } })
  expect(flagsOf('ceiling-exceeded', builder)).toMatchObject([
    { detail: { allocated: 0n, excess: 1n } },
  ])
})

test('it is as bad as its excess; years outside the period have no ceiling to keep', () => {
  expect(fullFlagsOf('ceiling-exceeded', drawn(97))).toMatchObject([{ gauge: 7n }])
  expect(flagsOf('ceiling-exceeded', drawn(97, 2025))).toEqual([])
  expect(flagsOf('ceiling-exceeded', drawn(97, 2029))).toEqual([])
})
