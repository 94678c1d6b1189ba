import { expect, test } from 'vitest'
import { PROJECT_STAGES } from '../../../src/core/project.ts'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

/** A new start that still needs 700 of its 1000 once 100 before the plan and 200 in it are counted. */
const sample = (line: object, project: object = {}) =>
  buildPlan()
    .line('NST', line)
    .project('7000001', {
      stage: 'new-start',
      totalInvestment: 1000,
      fundedBefore: 100,
      ...project,
    })
    .give('7000001', 'NST', 2026, 200)

test('a new start is flagged from one đồng above all that is free for it', () => {
  const ceiling = (amount: number) => sample({ ceiling: { 2026: amount }, reserve: { 2026: 10 } })
  expect(flagsOf('not-completable', ceiling(911))).toEqual([])
  expect(flagsOf('not-completable', ceiling(910))).toEqual([])
  expect(fullFlagsOf('not-completable', ceiling(909))).toEqual([
    {
      code: 'not-completable',
      severity: 'warning',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: null,
      waiver: null,
      gauge: 1n,
      detail: { remaining: 700n, free: 699n },
    },
  ])
})

const freeFor = (line: object, project: object = {}) =>
  flagsOf('not-completable', sample(line, project)).map(({ detail }) => detail['free'])

test('money is free over all years of the period, the first and the last too, and in none outside it', () => {
  expect(freeFor({ ceiling: { 2026: 210, 2027: 20, 2028: 30 } })).toEqual([60n])
  expect(freeFor({ ceiling: { 2025: 9000, 2029: 9000 } })).toEqual([0n])
})

test('an exceeded line has nothing free and takes nothing from other years', () => {
  expect(freeFor({ ceiling: { 2026: 150, 2027: 20 } })).toEqual([20n])
})

test('money is free up to the last year a line is valid in', () => {
  const ceiling = { 2026: 210, 2027: 20, 2028: 30 }
  expect(freeFor({ ceiling, validUntil: 2028 })).toEqual([60n])
  expect(freeFor({ ceiling, validUntil: 2027 })).toEqual([30n])
  expect(freeFor({ ceiling, validUntil: 2025 })).toEqual([0n])
})

test('lines that may not pay the project have nothing for it', () => {
  const rich = { ceiling: { 2027: 10_000 } }
  expect(freeFor(rich)).toEqual([])
  expect(freeFor({ ...rich, eligibility: { groups: ['A'] } })).toEqual([0n])
  expect(freeFor({ ...rich, capitalType: 'recurrent' })).toEqual([0n])
  const beside = sample({})
    .line('NTM', { ceiling: { 2027: 300 } })
    .line('BG', { ceiling: { 2028: 399 } })
    .line('YT', { ceiling: { 2028: 400 }, eligibility: { sectors: ['y tế'] } })
  expect(flagsOf('not-completable', beside)).toMatchObject([{ detail: { free: 699n } }])
})

test('only new starts that state a total investment and still miss some of it are asked', () => {
  const flagged = PROJECT_STAGES.filter((stage) => freeFor({}, { stage }).length > 0)
  expect(flagged).toEqual(['new-start'])
  expect(freeFor({}, { totalInvestment: 0 })).toEqual([])
  expect(freeFor({}, { fundedBefore: 799 })).toEqual([0n])
  expect(freeFor({}, { fundedBefore: 800 })).toEqual([])
  expect(freeFor({}, { fundedBefore: 9000 })).toEqual([])
})

test('each new start may count on the same free money', () => {
  const builder = sample({ ceiling: { 2027: 700 } }).project('7000002', {
    stage: 'new-start',
    totalInvestment: 700,
  })
  expect(flagsOf('not-completable', builder)).toEqual([])
})
