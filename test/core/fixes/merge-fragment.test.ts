import { expect, test } from 'vitest'
import { mergeFragment } from '../../../src/core/fixes/merge-fragment.ts'
import { money } from '../../../src/core/money.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { type PlanBuilder, buildPlan } from '../../builders/plan-builder.ts'
import { saidOf } from './fix-amounts.ts'

/** A project with 10 of line A, 90 of line B, which holds up to 100, and 20 of line C. */
function shared(into: Parameters<PlanBuilder['line']>[1] = {}): PlanBuilder {
  return buildPlan()
    .line('A')
    .line('B', { ceiling: { 2026: 100 }, ...into })
    .line('C')
    .project('7000001')
    .give('7000001', 'A', 2026, 10)
    .give('7000001', 'B', 2026, 90)
    .give('7000001', 'C', 2026, 20)
}

function movesOf(builder: PlanBuilder, line: string) {
  const fix = mergeFragment(new PlanIndex(builder.plan), builder.cell('7000001', line, 2026))
  return saidOf(builder.plan, fix)
}

test('moves the whole share to the largest line of the project', () => {
  expect(movesOf(shared(), 'A')).toEqual(['7000001 A 2026: 10 → 0', '7000001 B 2026: 90 → 100'])
})

test('the largest line needs room for all of it', () => {
  expect(movesOf(shared(), 'C')).toBeNull()
  expect(movesOf(shared({ ceiling: { 2026: 99 } }), 'A')).toBeNull()
  expect(movesOf(shared({ ceiling: { 2026: 110 } }), 'C')).not.toBeNull()
})

test('the largest line has to be allowed to pay, and is not the share’s own', () => {
  expect(movesOf(shared({ eligibility: { sectors: ['y tế'] } }), 'A')).toBeNull()
  expect(movesOf(shared({ capitalType: 'recurrent' }), 'A')).toBeNull()
  expect(movesOf(shared({ validUntil: 2025 }), 'A')).toBeNull()
  expect(movesOf(shared(), 'B')).toBeNull()
})

test('of two lines that give as much, the lower code takes the share of the other', () => {
  const builder = buildPlan()
    .line('B', { ceiling: { 2026: 100 } })
    .line('A', { ceiling: { 2026: 100 } })
    .project('7000001')
    .give('7000001', 'B', 2026, 10)
    .give('7000001', 'A', 2026, 10)
  expect(movesOf(builder, 'B')).toEqual(['7000001 B 2026: 10 → 0', '7000001 A 2026: 10 → 20'])
  expect(movesOf(builder, 'A')).toBeNull()
})

test('held cells stay, and an empty one has nothing to move', () => {
  for (const line of ['A', 'B']) {
    const builder = shared()
    const cell = builder.cell('7000001', line, 2026)
    const amount = builder.plan.allocations.amountAt(cell)
    builder.set({ ...cell, amount: money(amount), note: '', isHeld: true })
    expect(movesOf(builder, 'A')).toBeNull()
  }
  const empty = buildPlan().line('A').project('7000001')
  expect(movesOf(empty, 'A')).toBeNull()
})
