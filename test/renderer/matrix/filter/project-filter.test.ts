import { expect, test } from 'vitest'
import {
  NO_FILTER,
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
const facts = { need: 100n, allocated: 60n, shortfall: 40n, flags: 0 }
const passes = (filter: Partial<ProjectFilter>, project = school, of = facts) =>
  passesFilter(project, of, { ...NO_FILTER, ...filter })

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
  expect(passes({ condition: { measure: 'shortfall', sign: 'least', amount: 40n } })).toBe(true)
  expect(passes({ condition: { measure: 'shortfall', sign: 'least', amount: 41n } })).toBe(false)
  expect(passes({ condition: { measure: 'need', sign: 'most', amount: 100n } })).toBe(true)
})

test('only flagged projects are left where that is asked', () => {
  expect(passes({ isFlaggedOnly: true })).toBe(false)
  expect(passes({ isFlaggedOnly: true }, school, { ...facts, flags: 1 })).toBe(true)
  expect(isFiltering(NO_FILTER)).toBe(false)
  expect(isFiltering({ ...NO_FILTER, isFlaggedOnly: true })).toBe(true)
})
