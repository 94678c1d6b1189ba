import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

const sample = () =>
  buildPlan()
    .line('DTPT')
    .line('SN', { capitalType: 'recurrent' })
    .line('SN-2', { capitalType: 'recurrent' })
    .project('7000001')
    .project('7000002', { capitalType: 'recurrent' })

test('development money pays development projects and recurrent money recurrent work', () => {
  const builder = sample().give('7000001', 'DTPT', 2026, 1).give('7000002', 'SN', 2026, 1)
  expect(flagsOf('capital-type-mismatch', builder)).toEqual([])
  expect(flagsOf('capital-type-mismatch', sample())).toEqual([])
})

test('one đồng of recurrent money for a development project is flagged', () => {
  const builder = sample().give('7000001', 'SN', 2026, 1)
  expect(fullFlagsOf('capital-type-mismatch', builder)).toEqual([
    {
      code: 'capital-type-mismatch',
      severity: 'error',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: 2026,
      waiver: null,
      gauge: 1n,
      cells: [{ project: 1, line: 2, year: 2026 }],
      detail: {
        line: 'SN',
        amount: 1n,
        lineCapital: 'recurrent',
        projectCapital: 'development',
      },
    },
  ])
})

test('one đồng of development money for recurrent work is flagged', () => {
  const builder = sample().give('7000002', 'DTPT', 2026, 1)
  expect(flagsOf('capital-type-mismatch', builder)).toMatchObject([
    { detail: { line: 'DTPT', lineCapital: 'development', projectCapital: 'recurrent' } },
  ])
})

test('every line has its own flag, by code, in the years of the period alone', () => {
  const builder = sample()
  for (const year of [2025, 2026, 2028, 2029]) {
    builder.give('7000001', 'SN-2', year, 2).give('7000001', 'SN', year, 3)
  }
  expect(yearsFlagged('capital-type-mismatch', builder)).toEqual([2026, 2026, 2028, 2028])
  expect(flagsOf('capital-type-mismatch', builder).map(({ detail }) => detail['line'])).toEqual([
    'SN',
    'SN-2',
    'SN',
    'SN-2',
  ])
})
