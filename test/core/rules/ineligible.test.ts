import { expect, test } from 'vitest'
import type { LineEligibility } from '../../../src/core/funding-line.ts'
import { PROJECT_STAGES, REGION_CLASSES } from '../../../src/core/project.ts'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

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

test('a flag is as bad as its amount and shows its cell; years outside the period raise none', () => {
  const builder = lines()
    .give('7000001', 'BG', 2025, 5)
    .give('7000001', 'BG', 2027, 7)
    .give('7000001', 'BG', 2029, 9)
  expect(fullFlagsOf('ineligible', builder)).toMatchObject([
    { year: 2027, gauge: 7n, cells: [{ project: 1, line: 1, year: 2027 }] },
  ])
})

/** The condition one đồng of a line breaks, if any. */
const broken = (eligibility: Partial<LineEligibility>, fields: object) => {
  const builder = buildPlan()
    .line('NTM', { eligibility })
    .project('7000001', fields)
    .give('7000001', 'NTM', 2026, 1)
  return flagsOf('ineligible', builder).map(({ detail }) => detail['condition'])
}

test('a line for some region classes pays no other, nor a project without one', () => {
  const regions = ['II', 'III'] as const
  const paid = REGION_CLASSES.filter((region) => broken({ regions }, { region }).length === 0)
  expect(paid).toEqual(['II', 'III'])
  expect(broken({ regions }, { region: '' })).toEqual(['region'])
})

test('a line for some stages pays no other', () => {
  const stages = ['transitional', 'completing'] as const
  const paid = PROJECT_STAGES.filter((stage) => broken({ stages }, { stage }).length === 0)
  expect(paid).toEqual(['transitional', 'completing'])
  expect(broken({ stages }, { stage: 'new-start' })).toEqual(['stage'])
})

test('the kind of capital is a rule of its own', () => {
  const builder = buildPlan()
    .line('SN', { capitalType: 'recurrent' })
    .project('7000001')
    .give('7000001', 'SN', 2026, 1)
  expect(flagsOf('ineligible', builder)).toEqual([])
  expect(flagsOf('capital-type-mismatch', builder)).toHaveLength(1)
})
