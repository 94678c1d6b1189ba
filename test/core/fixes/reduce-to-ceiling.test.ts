import { expect, test } from 'vitest'
import { reduceToCeiling } from '../../../src/core/fixes/reduce-to-ceiling.ts'
import { money } from '../../../src/core/money.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { type PlanBuilder, buildPlan } from '../../builders/plan-builder.ts'
import { saidOf } from './fix-amounts.ts'

function fixFor({ plan }: PlanBuilder) {
  const line = plan.lines.get(1)
  if (!line) throw new Error('a line was built')
  return reduceToCeiling(new PlanIndex(plan), line, 2026)
}

function drawn(ceiling: number, amounts: Readonly<Record<string, number>>, held: string[] = []) {
  const builder = buildPlan().line('A', { ceiling: { 2026: ceiling }, reserve: { 2026: 10 } })
  for (const [code, amount] of Object.entries(amounts)) {
    builder.project(code)
    const cell = builder.cell(code, 'A', 2026)
    builder.set({ ...cell, amount: money(amount), note: '', isHeld: held.includes(code) })
  }
  return builder
}

test('cuts pro rata to the đồng, equal remainders to the lower code', () => {
  const builder = drawn(110, { '7000003': 50, '7000001': 50, '7000002': 50 })
  expect(saidOf(builder.plan, fixFor(builder))).toEqual([
    '7000001 A 2026: 50 → 34',
    '7000002 A 2026: 50 → 33',
    '7000003 A 2026: 50 → 33',
  ])
  expect(fixFor(builder)?.left).toBe(0n)
})

test('held cells stay and the others make room for them, down to nothing', () => {
  const builder = drawn(110, { '7000001': 60, '7000002': 80, '7000003': 40 }, ['7000001'])
  expect(saidOf(builder.plan, fixFor(builder))).toEqual([
    '7000002 A 2026: 80 → 27',
    '7000003 A 2026: 40 → 13',
  ])
  const full = drawn(60, { '7000001': 60, '7000002': 80 }, ['7000001'])
  expect(saidOf(full.plan, fixFor(full))).toEqual(['7000002 A 2026: 80 → 0'])
  expect(fixFor(full)?.left).toBe(10n)
})

test('a reserve above the ceiling takes everything and says what is still missing', () => {
  const builder = drawn(7, { '7000001': 5 })
  expect(saidOf(builder.plan, fixFor(builder))).toEqual(['7000001 A 2026: 5 → 0'])
  expect(fixFor(builder)?.left).toBe(3n)
})

test('there is nothing to do at the ceiling, and nothing possible where all is held', () => {
  expect(fixFor(drawn(20, { '7000001': 10 }))).toBeNull()
  expect(fixFor(drawn(20, { '7000001': 11 }))).not.toBeNull()
  expect(fixFor(drawn(20, { '7000001': 11 }, ['7000001']))).toBeNull()
})
