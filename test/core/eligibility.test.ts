import { expect, test } from 'vitest'
import { failedCondition, mayPay } from '../../src/core/eligibility.ts'
import type { FundingLine, LineEligibility } from '../../src/core/funding-line.ts'
import type { Project } from '../../src/core/project.ts'
import { buildPlan } from '../builders/plan-builder.ts'

function failing(eligibility: Partial<LineEligibility>, project: Partial<Project> = {}) {
  const { needs: _needs, totalInvestment: _total, fundedBefore: _funded, ...fields } = project
  const { plan } = buildPlan().line('NST', { eligibility }).project('7000001', fields)
  const [line, of] = [plan.lines.get(1), plan.projects.get(1)]
  if (!line || !of) throw new Error('both were built')
  return failedCondition(line, of)
}

test('a line without conditions pays any project', () => {
  expect(failing({}, { isBorder: false, sector: '', place: '', group: 'national' })).toBeNull()
})

test.each<[string, Partial<LineEligibility>, Partial<Project>, string | null]>([
  ['a border project of a border line', { borderOnly: true }, { isBorder: true }, null],
  ['another project of a border line', { borderOnly: true }, { isBorder: false }, 'border'],
  ['a named sector', { sectors: ['y tế', 'giáo dục'] }, { sector: 'giáo dục' }, null],
  ['another sector', { sectors: ['y tế'] }, { sector: 'giáo dục' }, 'sector'],
  ['no sector', { sectors: ['y tế'] }, { sector: '' }, 'sector'],
  ['a named place', { places: ['Mô Rai'] }, { place: 'Mô Rai' }, null],
  ['another place', { places: ['Mô Rai'] }, { place: 'Ia Đal' }, 'place'],
  ['a named group', { groups: ['A', 'B'] }, { group: 'B' }, null],
  ['another group', { groups: ['A', 'B'] }, { group: 'C' }, 'group'],
])('%s', (_case, eligibility, project, condition) => {
  expect(failing(eligibility, project)).toBe(condition)
})

test('names match whatever their case, spaces at the ends and way of writing accents', () => {
  expect(failing({ places: [' MÔ RAI'.normalize('NFD')] }, { place: 'Mô Rai ' })).toBeNull()
  expect(failing({ places: ['Mo Rai'] }, { place: 'Mô Rai' })).toBe('place')
})

test('names the first condition failed of several: border, sector, place, region, group, stage', () => {
  const all: LineEligibility = {
    borderOnly: true,
    sectors: ['y tế'],
    places: ['Ia Đal'],
    regions: ['III'],
    groups: ['A'],
    stages: ['ppp'],
  }
  const project = { isBorder: false, sector: 'giáo dục', place: 'Mô Rai', group: 'C' } as const
  expect(failing(all, project)).toBe('border')
  expect(failing({ ...all, borderOnly: false }, project)).toBe('sector')
  expect(failing({ ...all, borderOnly: false, sectors: [] }, project)).toBe('place')
})

test('a line may pay by its conditions, its kind of capital and up to its last year', () => {
  const pays = (line: Partial<FundingLine>, project: Partial<Project> = {}) => {
    const { needs: _needs, totalInvestment: _total, fundedBefore: _funded, ...fields } = project
    const { programme: _programme, years: _years, ...lineFields } = line
    const { plan } = buildPlan().line('NST', lineFields).project('7000001', fields)
    const [of, to] = [plan.lines.get(1), plan.projects.get(1)]
    if (!of || !to) throw new Error('both were built')
    return [2026, 2027].map((year) => mayPay(of, to, year))
  }
  expect(pays({})).toEqual([true, true])
  expect(pays({ validUntil: 2026 })).toEqual([true, false])
  expect(pays({ capitalType: 'recurrent' })).toEqual([false, false])
  expect(pays({ capitalType: 'recurrent' }, { capitalType: 'recurrent' })).toEqual([true, true])
  const elsewhere = buildPlan()
    .line('NST', { eligibility: { places: ['Ia Đal'] } })
    .project('7')
  const [line, of] = [elsewhere.plan.lines.get(1), elsewhere.plan.projects.get(1)]
  expect(line && of && mayPay(line, of, 2026)).toBe(false)
})
