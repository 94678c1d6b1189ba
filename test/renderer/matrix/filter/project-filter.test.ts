import { expect, test } from 'vitest'
import {
  type Condition,
  type FigureReader,
  type Measure,
  NO_FILTER,
  WHOLE_COVERAGE,
  type ProjectFilter,
  isFiltering,
  foldWords,
  holdsWords,
  passesFilter,
  searchText,
} from '../../../../src/renderer/matrix/filter/project-filter.ts'
import { buildPlan } from '../../../builders/plan-builder.ts'

const { plan } = buildPlan()
  .project('7801001', { name: 'Trường Dục Nông', place: 'Dục Nông', group: 'B' })
  .project('7801002', { name: 'Đường Mô Rai', place: 'Mô Rai', group: 'C' })
const [school, road] = [...plan.projects.values()]
if (!school || !road) throw new Error('there are no projects')
const facts = {
  need: 100n,
  allocated: 60n,
  shortfall: 40n,
  flags: 0n,
  programmes: 2n,
  'line:T-XSKT': 7n,
}
const reader =
  (of: Partial<Record<string, bigint>>): FigureReader =>
  (measure) => {
    if (measure === 'coverage')
      return { amount: (of['allocated'] ?? 0n) * WHOLE_COVERAGE, per: of['need'] ?? 1n }
    const amount = of[measure]
    return amount === undefined ? null : { amount, per: 1n }
  }
const bound = (measure: Measure, sign: Condition['sign'], amount: bigint | null) =>
  passes({ conditions: [{ measure, sign, amount }] })
const passes = (filter: Partial<ProjectFilter>, project = school, of = facts) =>
  passesFilter(project, reader(of), { ...NO_FILTER, ...filter })

test('words are found without their diacritics and in any order', () => {
  expect(holdsWords(searchText(school), foldWords('duc nong'))).toBe(true)
  expect(holdsWords(searchText(school), foldWords('NÔNG 7801'))).toBe(true)
  expect(holdsWords(searchText(road), foldWords('duong mo'))).toBe(true)
  expect(holdsWords(searchText(road), foldWords('duc nong'))).toBe(false)
})

test('a project passes where every set holds its value', () => {
  expect(passes({})).toBe(true)
  expect(passes({ sets: { place: ['Dục Nông'] } })).toBe(true)
  expect(passes({ sets: { place: ['Dục Nông'], group: ['C'] } })).toBe(false)
  expect(passes({ sets: { place: [] } })).toBe(false)
})

test('a condition holds at the amount itself', () => {
  expect(bound('shortfall', 'least', 40n)).toBe(true)
  expect(bound('shortfall', 'least', 41n)).toBe(false)
  expect(bound('need', 'most', 100n)).toBe(true)
  expect(bound('need', 'most', 99n)).toBe(false)
  expect(bound('line:T-XSKT', 'equal', 7n)).toBe(true)
  expect(bound('programmes', 'equal', 3n)).toBe(false)
})

test('a coverage is compared exactly, to the thousandth of a percent', () => {
  expect(bound('coverage', 'least', 60_000n)).toBe(true)
  expect(bound('coverage', 'least', 60_001n)).toBe(false)
  expect(bound('coverage', 'most', 59_999n)).toBe(false)
})

test('every condition must hold; one without an amount yet lets everything pass, a figure that is not there nothing', () => {
  const least = (measure: Measure, amount: bigint | null): Condition => ({
    measure,
    sign: 'least',
    amount,
  })
  expect(passes({ conditions: [least('need', 100n), least('line:T-XSKT', 8n)] })).toBe(false)
  expect(passes({ conditions: [least('need', null)] })).toBe(true)
  expect(isFiltering({ ...NO_FILTER, conditions: [least('need', null)] })).toBe(false)
  expect(passes({ conditions: [least('line:X', 0n)] })).toBe(false)
})

test('only flagged projects are left where that is asked', () => {
  expect(passes({ isFlaggedOnly: true })).toBe(false)
  expect(passes({ isFlaggedOnly: true }, school, { ...facts, flags: 1n })).toBe(true)
  expect(isFiltering(NO_FILTER)).toBe(false)
  expect(isFiltering({ ...NO_FILTER, isFlaggedOnly: true })).toBe(true)
})
