import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { readRealCases } from '../../builders/real-cases.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

const funded = (fundedBefore: number, totalInvestment = 10) =>
  buildPlan().project('7000001', { totalInvestment, fundedBefore })

test('a total investment is suspect from one đồng above a hundredfold in funding', () => {
  expect(flagsOf('unit-suspect', funded(999))).toEqual([])
  expect(flagsOf('unit-suspect', funded(1000))).toEqual([])
  expect(fullFlagsOf('unit-suspect', funded(1001))).toEqual([
    {
      code: 'unit-suspect',
      severity: 'warning',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: null,
      waiver: null,
      gauge: 1n,
      detail: { figure: 'total-investment', value: 10n, against: 'funding', compared: 1001n },
    },
  ])
  const paid = funded(1000).line('NST').give('7000001', 'NST', 2028, 1)
  expect(flagsOf('unit-suspect', paid)).toHaveLength(1)
})

test('a total investment below 100 triệu is suspect among projects of more than 1 tỷ', () => {
  const among = (totalInvestment: number, median: number) =>
    buildPlan()
      .project('7000001', { totalInvestment })
      .project('7000002', { totalInvestment: median })
      .project('7000003', { totalInvestment: 5_000_000_000 })
      .project('7000004', { totalInvestment: 0 })
  expect(flagsOf('unit-suspect', among(100_000_000, 1_000_000_001))).toEqual([])
  expect(flagsOf('unit-suspect', among(99_999_999, 1_000_000_000))).toEqual([])
  expect(flagsOf('unit-suspect', among(99_999_999, 1_000_000_001))).toMatchObject([
    { subject: { code: '7000001' }, detail: { value: 99_999_999n, compared: 1_000_000_001n } },
  ])
})

const needing = (need: number, year = 2026, totalInvestment = 0) =>
  buildPlan()
    .line('NST')
    .line('NSTW')
    .project('7000001', { need: { [year]: need }, totalInvestment })

test('a need is suspect from one đồng above a hundredfold of the total investment', () => {
  expect(flagsOf('unit-suspect', needing(1000, 2026, 10))).toEqual([])
  expect(flagsOf('unit-suspect', needing(1001, 2026, 10))).toMatchObject([
    { detail: { value: 1001n, compared: 10n } },
  ])
})

test('an amount is suspect at a thousandth of the need of its year', () => {
  const given = (least: number) =>
    needing(2000).give('7000001', 'NST', 2026, 1500).give('7000001', 'NSTW', 2026, least)
  expect(flagsOf('unit-suspect', given(3))).toEqual([])
  expect(flagsOf('unit-suspect', given(2))).toMatchObject([
    { detail: { value: 2n, compared: 2000n } },
  ])
  expect(flagsOf('unit-suspect', given(1))).toHaveLength(1)
})

test('an amount is suspect at a hundredfold of the need of its year', () => {
  const given = (most: number) =>
    needing(10).give('7000001', 'NST', 2026, most).give('7000001', 'NSTW', 2026, 5)
  expect(flagsOf('unit-suspect', given(999))).toEqual([])
  expect(flagsOf('unit-suspect', given(1000))).toMatchObject([
    { detail: { value: 1000n, compared: 10n } },
  ])
})

test('every year of the period is compared, years outside it are not', () => {
  const given = (year: number) => needing(1000, year).give('7000001', 'NST', year, 1)
  const flagged = [2025, 2026, 2027, 2028, 2029].filter(
    (year) => flagsOf('unit-suspect', given(year)).length > 0,
  )
  expect(flagged).toEqual([2026, 2027, 2028])
})

test('where there is nothing to compare with nothing is suspect', () => {
  expect(flagsOf('unit-suspect', funded(10 ** 15, 0))).toEqual([])
  expect(flagsOf('unit-suspect', needing(10 ** 15))).toEqual([])
  expect(flagsOf('unit-suspect', needing(0).give('7000001', 'NST', 2026, 1))).toEqual([])
  expect(flagsOf('unit-suspect', funded(0, 1))).toEqual([])
})

test('a project is flagged once, however many of its figures are suspect', () => {
  const builder = needing(5000, 2026, 1).give('7000001', 'NST', 2026, 5)
  expect(flagsOf('unit-suspect', builder)).toHaveLength(1)
})

const REAL_TOTALS = readRealCases('decimal_point_1000x').slice(0, 5)

test.each(REAL_TOTALS)(
  'finds the decimal point typed in a real table: $project',
  ({ first, second }) => {
    const builder = buildPlan().project('7000001', { totalInvestment: first, fundedBefore: second })
    expect(flagsOf('unit-suspect', builder)).toMatchObject([
      { detail: { value: first, compared: second } },
    ])
  },
)

test.each(readRealCases('disbursed_gt_plan'))(
  'finds the hundredfold of the plan in a real table: $project',
  ({ first, second }) => {
    const builder = buildPlan()
      .line('NST')
      .project('7000001', { need: { 2026: first } })
      .give('7000001', 'NST', 2026, second)
    expect(flagsOf('unit-suspect', builder)).toMatchObject([
      { detail: { value: second, compared: first } },
    ])
  },
)

test('the real cases were read', () => {
  expect(REAL_TOTALS.map(({ first }) => first)).toEqual([
    130_000_000n,
    2_000_000n,
    10_961_000n,
    5_994_000n,
    10_000_000n,
  ])
})
