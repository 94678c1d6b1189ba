import { expect, test } from 'vitest'
import { money } from '../../../src/core/money.ts'
import { LivingFacts } from '../../builders/living-facts.ts'
import { buildPlan } from '../../builders/plan-builder.ts'

/** Two that owe in one sector, a new start in it, and one of each in another. */
const sample = () =>
  new LivingFacts(
    buildPlan()
      .line('NST')
      .project('7000001', { arrears: money(100) })
      .project('7000002', { arrears: money(50) })
      .project('7000003', { stage: 'new-start' })
      .project('7000004', { stage: 'new-start', sector: 'y tế' }),
  )

test('counts and lists the others of the sector that owe, and what each still owes', () => {
  const { facts } = sample()
  expect(facts.arrears.othersOwing(2, 0)).toBe(2)
  expect(facts.arrears.listOthers(2, 0)).toEqual([0, 1])
  expect(facts.arrears.othersOwing(0, 0)).toBe(1)
  expect(facts.arrears.listOthers(0, 0)).toEqual([1])
  expect(facts.arrears.othersOwing(3, 0)).toBe(0)
  expect([0, 1, 2].map((project) => facts.arrears.owedBy(project, 2))).toEqual([100n, 50n, 0n])
})

test('money covers arrears in its year and every later one, and is taken back again', () => {
  const living = sample()
  const { arrears } = living.facts
  const others = () => [0, 1, 2].map((offset) => arrears.othersOwing(2, offset))
  living.give('7000001', 'NST', 2027, 100)
  expect(others()).toEqual([2, 1, 1])
  expect([0, 1].map((offset) => arrears.owedBy(0, offset))).toEqual([100n, 0n])
  living.give('7000001', 'NST', 2027, 99)
  expect(others()).toEqual([2, 2, 2])
  expect(arrears.owedBy(0, 2)).toBe(1n)
})

test('names the new starts of the sector once the last but one, or the last, owes no more', () => {
  const living = sample()
  expect(living.give('7000001', 'NST', 2028, 99)).toEqual([])
  expect(living.give('7000001', 'NST', 2028, 100)).toContain('7000003 2028')
  expect(living.give('7000002', 'NST', 2027, 50)).toEqual(['7000003 2027', '7000003 2028'])
})
