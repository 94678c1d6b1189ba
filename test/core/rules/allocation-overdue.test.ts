import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../../src/core/policy.ts'
import type { Project } from '../../../src/core/project.ts'
import { buildPlan, buildPlanUnder } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

type Fields = Partial<Pick<Project, 'startYear' | 'group' | 'exception'>>

/** One đồng in every year of the period and one on either side of it. */
const paid = (fields: Fields, builder = buildPlan()) =>
  [2025, 2026, 2027, 2028, 2029].reduce(
    (of, year) => of.give('7000001', 'NST', year, 1),
    builder.line('NST').project('7000001', fields),
  )

test('money is overdue from the year after those its group allows', () => {
  expect(yearsFlagged('allocation-overdue', paid({ startYear: 2026 }))).toEqual([])
  expect(yearsFlagged('allocation-overdue', paid({ startYear: 2025 }))).toEqual([2028])
  expect(yearsFlagged('allocation-overdue', paid({ startYear: 2024 }))).toEqual([2027, 2028])
  expect(yearsFlagged('allocation-overdue', paid({ startYear: 2023 }))).toEqual([2026, 2027, 2028])
})

test('it says which year of funding it is, how many are allowed and how much is late', () => {
  expect(fullFlagsOf('allocation-overdue', paid({ startYear: 2025 }))).toEqual([
    {
      code: 'allocation-overdue',
      severity: 'warning',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: 2028,
      waiver: null,
      gauge: 1n,
      detail: { years: 4, allowed: 3, amount: 1n },
    },
  ])
})

test('a year without money is not late', () => {
  const builder = buildPlan()
    .line('NST')
    .project('7000001', { startYear: 2015 })
    .give('7000001', 'NST', 2027, 1)
  expect(yearsFlagged('allocation-overdue', builder)).toEqual([2027])
})

test.each<[Project['group'], number]>([
  ['A', 6],
  ['B', 4],
  ['C', 3],
])('group %s has %i years', (group, allowed) => {
  const starting = (startYear: number) => paid({ group, startYear })
  expect(yearsFlagged('allocation-overdue', starting(2028 - allowed + 1))).toEqual([])
  expect(yearsFlagged('allocation-overdue', starting(2028 - allowed))).toEqual([2028])
})

test('a project of national importance, one without a start year and one with a decision are not late', () => {
  const startYear = 2015
  expect(flagsOf('allocation-overdue', paid({ startYear, group: 'national' }))).toEqual([])
  expect(flagsOf('allocation-overdue', paid({ startYear: null }))).toEqual([])
  expect(flagsOf('allocation-overdue', paid({ startYear, exception: 'QĐ 12/QĐ-TTg' }))).toEqual([])
})

test('the policy sets the years of a group', () => {
  const allowing = (C: number | null) =>
    buildPlanUnder({ allowedYears: { ...DEFAULT_POLICY.allowedYears, C } })
  expect(yearsFlagged('allocation-overdue', paid({ startYear: 2026 }, allowing(2)))).toEqual([2028])
  expect(yearsFlagged('allocation-overdue', paid({ startYear: 1990 }, allowing(null)))).toEqual([])
})
