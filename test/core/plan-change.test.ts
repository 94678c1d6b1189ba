import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '../../src/core/money.ts'
import {
  type PlanChange,
  allocationChange,
  applyChange,
  invertChanges,
} from '../../src/core/plan-change.ts'
import { plans } from '../builders/arbitraries.ts'
import { edits } from '../builders/arbitrary-edits.ts'
import { buildPlan, copyPlan, entriesOf } from '../builders/plan-builder.ts'
import { refusalOf } from '../builders/refusal.ts'

const funded = () => buildPlan().line('NST').project('7000001').give('7000001', 'NST', 2026, 5)

test('an amount goes in, keeps its note and hold when it changes, and zero takes it out', () => {
  const builder = funded()
  const { plan } = builder
  const cell = builder.cell('7000001', 'NST', 2026)
  builder.set({ ...cell, amount: money(5), note: 'đợt 2', isHeld: true })
  applyChange(plan, allocationChange(plan, cell, money(7)))
  expect([...plan.allocations.values()]).toEqual([
    { ...cell, amount: 7n, note: 'đợt 2', isHeld: true },
  ])
  applyChange(plan, allocationChange(plan, cell, money(0)))
  expect(plan.allocations.size).toBe(0)
})

test('an edit is not carried out on a plan it was not made for', () => {
  const builder = funded()
  const { plan } = builder
  const cell = builder.cell('7000001', 'NST', 2026)
  const stale = { ...cell, note: '', isHeld: false }
  const changes: PlanChange[] = [
    { kind: 'allocation-set', cell, before: null, after: { ...stale, amount: money(1) } },
    { kind: 'allocation-set', cell, before: { ...stale, amount: money(4) }, after: null },
    { kind: 'line-set', id: 1, before: null, after: plan.lines.get(1) ?? null },
    { kind: 'line-set', id: 9, before: plan.lines.get(1) ?? null, after: null },
    { kind: 'project-set', id: 1, before: null, after: null },
    { kind: 'programme-set', id: 1, before: { ...programme }, after: null },
  ]
  const before = copyPlan(plan)
  for (const change of changes) {
    expect(refusalOf(() => applyChange(plan, change))?.code).toBe('change-conflict')
    expect(entriesOf(plan)).toEqual(entriesOf(before))
  }
})

const programme = { id: 1, code: 'CT', name: 'CT', kind: 'target', parent: null } as const

test('applying edits and their inverses leaves the plan as it was, and redoing them leads there again', () => {
  fc.assert(
    fc.property(plans, fc.array(edits, { maxLength: 12 }), (plan, makers) => {
      const before = copyPlan(plan)
      const done: PlanChange[] = []
      for (const make of makers) {
        for (const change of make(plan) ?? []) {
          applyChange(plan, change)
          done.push(change)
        }
      }
      const after = copyPlan(plan)
      for (const change of invertChanges(done)) applyChange(plan, change)
      expect(entriesOf(plan)).toEqual(entriesOf(before))
      for (const change of done) applyChange(plan, change)
      expect(entriesOf(plan)).toEqual(entriesOf(after))
    }),
    { numRuns: 300 },
  )
})
