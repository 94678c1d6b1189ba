import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, yearsFlagged } from './flags-of.ts'

const lines = () =>
  buildPlan()
    .line('BG', { eligibility: { borderOnly: true } })
    .line('GD', { eligibility: { sectors: ['giáo dục'] } })
    .line('NST')
    .project('7000001', { isBorder: false, sector: 'giao thông' })

test('one đồng of a line whose condition the project fails is flagged, no đồng is not', () => {
  expect(flagsOf('ineligible', lines())).toEqual([])
  expect(flagsOf('ineligible', lines().give('7000001', 'NST', 2026, 1))).toEqual([])
  expect(flagsOf('ineligible', lines().give('7000001', 'BG', 2026, 1))).toEqual([
    {
      code: 'ineligible',
      severity: 'error',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: 2026,
      detail: { line: 'BG', condition: 'border', amount: 1n },
    },
  ])
})

test('each line and each year has its own flag, the first and the last of the period too', () => {
  const builder = lines()
    .give('7000001', 'BG', 2028, 1)
    .give('7000001', 'GD', 2026, 2)
    .give('7000001', 'BG', 2026, 3)
  expect(yearsFlagged('ineligible', builder)).toEqual([2026, 2026, 2028])
  expect(flagsOf('ineligible', builder).map(({ detail }) => detail['line'])).toEqual([
    'BG',
    'GD',
    'BG',
  ])
})
