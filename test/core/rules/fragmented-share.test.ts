import { expect, test } from 'vitest'
import { money } from '../../../src/core/money.ts'
import { DEFAULT_POLICY } from '../../../src/core/policy.ts'
import { buildPlan, buildPlanUnder } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

const lines = (builder = buildPlan({ policy: DEFAULT_POLICY })) =>
  builder.line('NST').line('NSTW').line('XSKT').project('7000001')

test('a line is flagged up to one đồng below 500 triệu, also where it is all a project gets', () => {
  const given = (amount: number) => lines().give('7000001', 'NST', 2026, amount)
  expect(flagsOf('fragmented-share', given(500_000_001))).toEqual([])
  expect(flagsOf('fragmented-share', given(500_000_000))).toEqual([])
  expect(fullFlagsOf('fragmented-share', given(499_999_999))).toEqual([
    {
      code: 'fragmented-share',
      severity: 'info',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: 2026,
      waiver: null,
      gauge: 1n,
      cells: [{ project: 1, line: 1, year: 2026 }],
      detail: {
        line: 'NST',
        amount: 499_999_999n,
        share: '100',
        least: 500_000_000n,
        leastShare: '10',
      },
    },
  ])
})

test('a line is flagged up to one đồng below a tenth of what the project gets that year', () => {
  const given = (amount: bigint) =>
    lines()
      .give('7000001', 'NST', 2026, 9_000_000_000n)
      .give('7000001', 'NSTW', 2026, amount)
      .give('7000001', 'NST', 2027, 9_000_000_000n)
  expect(flagsOf('fragmented-share', given(1_000_000_001n))).toEqual([])
  expect(flagsOf('fragmented-share', given(1_000_000_000n))).toEqual([])
  expect(flagsOf('fragmented-share', given(999_999_999n))).toMatchObject([
    { year: 2026, detail: { line: 'NSTW', share: '9.99' } },
  ])
})

test('an empty cell is no fragment', () => {
  expect(flagsOf('fragmented-share', lines())).toEqual([])
})

test('each small share has its own flag and cell, by line code, in the years of the period alone', () => {
  const builder = lines()
  for (const line of ['XSKT', 'NST']) {
    for (const year of [2029, 2028, 2026, 2025]) builder.give('7000001', line, year, 1)
  }
  expect(yearsFlagged('fragmented-share', builder)).toEqual([2026, 2026, 2028, 2028])
  expect(fullFlagsOf('fragmented-share', builder).map(({ cells }) => cells)).toEqual([
    [{ project: 1, line: 1, year: 2026 }],
    [{ project: 1, line: 3, year: 2026 }],
    [{ project: 1, line: 1, year: 2028 }],
    [{ project: 1, line: 3, year: 2028 }],
  ])
})

test('the policy sets the least amount and the least share', () => {
  const given = (minShare: number, minSharePart: number) =>
    lines(buildPlanUnder({ minShare: money(minShare), minSharePart }))
      .give('7000001', 'NST', 2026, 75)
      .give('7000001', 'NSTW', 2026, 25)
  const flagged = (minShare: number, minSharePart: number) =>
    flagsOf('fragmented-share', given(minShare, minSharePart)).map(({ detail }) => detail['line'])
  expect(flagged(0, 0)).toEqual([])
  expect(flagged(25, 2_500)).toEqual([])
  expect(flagged(26, 0)).toEqual(['NSTW'])
  expect(flagged(0, 2_501)).toEqual(['NSTW'])
  expect(flagged(76, 0)).toEqual(['NST', 'NSTW'])
})
