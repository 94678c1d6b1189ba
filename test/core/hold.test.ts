import { expect, test } from 'vitest'
import { type Hold, heldBy, holdKey, isTotalHeld, listHolds } from '../../src/core/hold.ts'
import { money } from '../../src/core/money.ts'
import type { Plan } from '../../src/core/plan.ts'
import { buildPlan } from '../builders/plan-builder.ts'

const cell = { project: 1, line: 1, year: 2026 }

function planWith(...holds: readonly Hold[]): Plan {
  const { plan } = buildPlan().line('NST').line('T-DAT').project('7654321').project('7654322')
  for (const hold of holds) plan.holds.set(holdKey(hold), hold)
  return plan
}

test('a cell is held by itself, by its row or by its column, in that year only', () => {
  expect(heldBy(planWith(), cell)).toBe(null)
  expect(heldBy(planWith({ kind: 'cell', ...cell }), cell)).toBe('cell')
  expect(heldBy(planWith({ kind: 'row', ...cell, line: null }), cell)).toBe('row')
  expect(heldBy(planWith({ kind: 'column', ...cell, project: null }), cell)).toBe('column')
  const row = planWith({ kind: 'row', ...cell, line: null })
  expect(heldBy(row, { ...cell, line: 2 })).toBe('row')
  expect(heldBy(row, { ...cell, project: 2 })).toBe(null)
  expect(heldBy(row, { ...cell, year: 2027 })).toBe(null)
})

test('a held total leaves the cells free', () => {
  const plan = planWith({ kind: 'total', ...cell, line: null })
  expect(heldBy(plan, cell)).toBe(null)
  expect(isTotalHeld(plan, 1, 2026)).toBe(true)
  expect(isTotalHeld(plan, 2, 2026)).toBe(false)
})

test('a held cell with money is listed like any other hold', () => {
  const plan = planWith({ kind: 'column', ...cell, project: null })
  plan.allocations.set({ ...cell, line: 2, amount: money(5), note: '', isHeld: true })
  expect(listHolds(plan)).toEqual([
    { kind: 'cell', project: 1, line: 2, year: 2026 },
    { kind: 'column', project: null, line: 1, year: 2026 },
  ])
})
