import { expect, test } from 'vitest'
import { PROJECT_STAGES, type Project } from '../../../src/core/project.ts'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

const DECIDED = { decision: '123/QĐ-UBND', decisionDate: '2025-12-01' }

type Fields = Partial<Pick<Project, 'stage' | 'decision' | 'decisionDate'>>

const paid = (fields: Fields, amounts: Readonly<Record<number, number>> = { 2026: 1 }) => {
  const builder = buildPlan()
    .line('NST')
    .project('7000001', { stage: 'new-start', fundedBefore: 500, ...fields })
  for (const [year, amount] of Object.entries(amounts)) {
    builder.give('7000001', 'NST', Number(year), amount)
  }
  return builder
}

test('one đồng for a new start without a decision is flagged, none is not', () => {
  expect(flagsOf('decision-missing', paid({}, {}))).toEqual([])
  expect(fullFlagsOf('decision-missing', paid({}))).toEqual([
    {
      code: 'decision-missing',
      severity: 'error',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: null,
      waiver: null,
      gauge: 1n,
      detail: { amount: 1n, decision: '', decisionDate: '' },
    },
  ])
})

test('a decision has both a number and a date', () => {
  expect(flagsOf('decision-missing', paid(DECIDED))).toEqual([])
  for (const gap of [{ decision: '' }, { decisionDate: '' }]) {
    expect(flagsOf('decision-missing', paid({ ...DECIDED, ...gap }))).toMatchObject([
      { detail: { ...DECIDED, ...gap } },
    ])
  }
})

test('it is raised once, with the money of the whole period and none outside it', () => {
  const amounts = { 2025: 100, 2026: 1, 2028: 2, 2029: 100 }
  expect(flagsOf('decision-missing', paid({}, amounts))).toMatchObject([
    { year: null, detail: { amount: 3n } },
  ])
  expect(flagsOf('decision-missing', paid({}, { 2025: 1, 2029: 1 }))).toEqual([])
})

test('only new starts wait for it', () => {
  const flagged = PROJECT_STAGES.filter(
    (stage) => flagsOf('decision-missing', paid({ stage })).length > 0,
  )
  expect(flagged).toEqual(['new-start'])
})
