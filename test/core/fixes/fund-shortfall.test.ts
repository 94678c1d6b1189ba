import { expect, test } from 'vitest'
import { fundShortfall } from '../../../src/core/fixes/fund-shortfall.ts'
import { money } from '../../../src/core/money.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { type PlanBuilder, buildPlan } from '../../builders/plan-builder.ts'
import { saidOf } from './fix-amounts.ts'

function fixFor({ plan }: PlanBuilder) {
  const project = plan.projects.get(1)
  if (!project) throw new Error('a project was built')
  return fundShortfall(new PlanIndex(plan), project, 2026)
}

function movesFor(builder: PlanBuilder) {
  return saidOf(builder.plan, fixFor(builder))
}

const needing = (need: number) => buildPlan().project('7000001', { need: { 2026: need } })

test('asks the line with most left first, of equals the lower code, and takes no more than the need', () => {
  const builder = needing(100)
    .line('B', { ceiling: { 2026: 30 } })
    .line('A', { ceiling: { 2026: 30 } })
    .line('C', { ceiling: { 2026: 60 }, reserve: { 2026: 10 } })
    .give('7000001', 'B', 2026, 5)
  expect(movesFor(builder)).toEqual([
    '7000001 C 2026: 0 → 50',
    '7000001 A 2026: 0 → 30',
    '7000001 B 2026: 5 → 20',
  ])
  expect(fixFor(builder)?.left).toBe(0n)
})

test('says what is left where the lines hold too little', () => {
  const builder = needing(100).line('A', { ceiling: { 2026: 99 } })
  expect(fixFor(builder)).toMatchObject({ kind: 'fund-shortfall', left: 1n })
})

test('passes over lines that may not pay: by condition, capital, validity, or a held cell', () => {
  const builder = needing(100)
    .line('A', { ceiling: { 2026: 90 }, eligibility: { sectors: ['y tế'] } })
    .line('B', { ceiling: { 2026: 90 }, capitalType: 'recurrent' })
    .line('C', { ceiling: { 2026: 90 }, validUntil: 2025 })
    .line('D', { ceiling: { 2026: 90 } })
    .line('E', { ceiling: { 2026: 90 }, reserve: { 2026: 90 } })
  const cell = builder.cell('7000001', 'D', 2026)
  builder.set({ ...cell, amount: money(1), note: '', isHeld: true })
  expect(fixFor(builder)).toBeNull()
  builder.set({ ...cell, amount: money(1), note: '', isHeld: false })
  expect(movesFor(builder)).toEqual(['7000001 D 2026: 1 → 90'])
})

test('stays within a known total investment', () => {
  const builder = (totalInvestment: number) =>
    buildPlan()
      .line('A', { ceiling: { 2026: 90 } })
      .project('7000001', { need: { 2026: 50 }, totalInvestment, fundedBefore: 10 })
  expect(movesFor(builder(0))).toEqual(['7000001 A 2026: 0 → 50'])
  expect(movesFor(builder(40))).toEqual(['7000001 A 2026: 0 → 30'])
  expect(fixFor(builder(40))?.left).toBe(20n)
  expect(fixFor(builder(10))).toBeNull()
  expect(fixFor(builder(9))).toBeNull()
})

test('a project that is not short gets nothing', () => {
  const builder = needing(5)
    .line('A', { ceiling: { 2026: 90 } })
    .give('7000001', 'A', 2026, 5)
  expect(fixFor(builder)).toBeNull()
})
