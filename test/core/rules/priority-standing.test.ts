import { expect, test } from 'vitest'
import { LivingFacts } from '../../builders/living-facts.ts'
import { buildPlan } from '../../builders/plan-builder.ts'

const SECTOR = 0
const [NST, BG] = [0, 1]

/** Two of the third tier that wait in 2026, one of them for all lines, and a new start. */
const sample = () =>
  new LivingFacts(
    buildPlan()
      .line('NST')
      .line('BG', { eligibility: { groups: ['A'] } })
      .project('7000002', { need: { 2026: 10 } })
      .project('7000001', { need: { 2026: 10 }, group: 'A' })
      .project('7000003', { stage: 'new-start', group: 'A' })
      .project('7000004', { stage: 'new-start', sector: 'y tế' }),
  )

test('who waits is ahead of later tiers, for the lines that may pay them, in the year of the need', () => {
  const { priority } = sample().facts
  expect(priority.isAhead(2, NST, 0)).toBe(true)
  expect(priority.isAhead(2, BG, 0)).toBe(true)
  expect(priority.isAhead(2, NST, 1)).toBe(false)
  expect(priority.isAhead(1, NST, 0)).toBe(false)
  expect(priority.isAhead(3, NST, 0)).toBe(false)
})

test('the head of a queue is the first by code that waits there', () => {
  const living = sample()
  const { priority } = living.facts
  expect(priority.headOf(SECTOR, NST, 0)).toBe(1)
  living.give('7000001', 'NST', 2026, 10)
  expect(priority.headOf(SECTOR, NST, 0)).toBe(0)
  expect(priority.headOf(SECTOR, BG, 0)).toBe(-1)
  living.give('7000001', 'NST', 2026, 9)
  expect(priority.headOf(SECTOR, NST, 0)).toBe(1)
})

test('names the sector only where the head of a queue moves to another tier', () => {
  const living = sample()
  expect(living.give('7000002', 'NST', 2026, 10)).toEqual([])
  expect(living.give('7000001', 'NST', 2026, 9)).toEqual([])
  const sector = ['7000002 2026', '7000001 2026', '7000003 2026']
  expect(living.give('7000001', 'NST', 2026, 10)).toEqual(sector)
  expect(living.facts.priority.isAhead(2, NST, 0)).toBe(false)
  expect(living.give('7000001', 'NST', 2026, 11)).toEqual([])
  expect(living.give('7000001', 'NST', 2026, 0)).toEqual(sector)
  expect(living.give('7000001', 'NST', 2027, 1)).toEqual([])
})
