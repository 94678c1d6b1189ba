import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverTasks } from '../../../src/core/coverage.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import {
  coverageRows,
  coverageTotals,
  isUnfunded,
  sourcesInUse,
} from '../../../src/renderer/screens/coverage-rows.ts'
import { plans } from '../../builders/arbitraries.ts'
import { buildPlan } from '../../builders/plan-builder.ts'

function twoTasks() {
  const builder = buildPlan()
  builder.plan.tasks.set(1, { id: 1, code: 'GT', name: 'Giao thông', basis: 'NQ 23/NQ-CP' })
  builder.plan.tasks.set(2, { id: 2, code: 'YT', name: 'Y tế', basis: 'NQ 23/NQ-CP' })
  return builder
    .line('TINH', { source: 'provincial' })
    .project('7000001', { task: 'GT', need: { 2026: 100 } })
    .project('7000002', { task: 'YT', need: { 2026: 50 } })
    .project('7000003', { need: { 2026: 4 } })
    .give('7000001', 'TINH', 2026, 60)
    .give('7000003', 'TINH', 2026, 3)
}

test('the rows are the tasks and what serves none; only a task without money is unfunded, and the sums are below', () => {
  const coverage = coverTasks(new PlanIndex(twoTasks().plan), 2026)
  const rows = coverageRows(coverage)
  expect(rows.map((row) => [row.kind, row.task?.code ?? null, isUnfunded(row)])).toEqual([
    ['task', 'GT', false],
    ['task', 'YT', true],
    ['no-task', null, false],
  ])
  const totals = coverageTotals(coverage)
  expect(totals).toMatchObject({ kind: 'total', projects: 3, need: 154n, allocated: 63n })
  expect(sourcesInUse(totals)).toEqual([1])
})

test('the sums by source and by programme both come to the money allocated', () => {
  const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n)
  fc.assert(
    fc.property(plans, (plan) => {
      const totals = coverageTotals(coverTasks(new PlanIndex(plan)))
      expect(sum(totals.bySource)).toBe(totals.allocated)
      expect(sum(totals.byProgramme)).toBe(totals.allocated)
    }),
    { numRuns: 30 },
  )
})
