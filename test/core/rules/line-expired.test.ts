import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

/** One đồng of a line in every year of the period and one on either side of it. */
const paid = (validUntil: number | null) =>
  [2025, 2026, 2027, 2028, 2029].reduce(
    (of, year) => of.give('7000001', 'NTM', year, 1),
    buildPlan().line('NTM', { validUntil }).project('7000001'),
  )

test('a line may give in its last valid year and not in the next, in the years of the period alone', () => {
  expect(yearsFlagged('line-expired', paid(2028))).toEqual([])
  expect(yearsFlagged('line-expired', paid(2027))).toEqual([2028])
  expect(yearsFlagged('line-expired', paid(2026))).toEqual([2027, 2028])
  expect(yearsFlagged('line-expired', paid(2025))).toEqual([2026, 2027, 2028])
  expect(yearsFlagged('line-expired', paid(2024))).toEqual([2026, 2027, 2028])
})

test('a line without an end never expires', () => {
  expect(flagsOf('line-expired', paid(null))).toEqual([])
})

test('it names the line, its last year, the money and the cell', () => {
  expect(fullFlagsOf('line-expired', paid(2027))).toEqual([
    {
      code: 'line-expired',
      severity: 'error',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: 2028,
      waiver: null,
      gauge: 1n,
      cells: [{ project: 1, line: 1, year: 2028 }],
      detail: { line: 'NTM', amount: 1n, validUntil: 2027 },
    },
  ])
})

test('an expired line that gives nothing raises nothing; others beside it do, each its own', () => {
  const builder = buildPlan()
    .line('NTM', { validUntil: 2025 })
    .line('DTTS', { validUntil: 2025 })
    .line('GN', { validUntil: 2025 })
    .project('7000001')
    .give('7000001', 'NTM', 2026, 2)
    .give('7000001', 'DTTS', 2026, 3)
  expect(fullFlagsOf('line-expired', builder)).toMatchObject([
    { gauge: 3n, detail: { line: 'DTTS' }, cells: [{ line: 2 }] },
    { gauge: 2n, detail: { line: 'NTM' }, cells: [{ line: 1 }] },
  ])
})
