import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineColumns } from '../../src/core/line-columns.ts'
import { ProjectColumns } from '../../src/core/project-columns.ts'
import { RunningTotals } from '../../src/core/running-totals.ts'
import { buildPlan } from '../builders/plan-builder.ts'

const SPAN = { first: 2026, count: 2 }

function startFrom({ plan }: ReturnType<typeof buildPlan>): RunningTotals {
  return new RunningTotals(
    new LineColumns([...plan.lines.values()], SPAN),
    new ProjectColumns([...plan.projects.values()], SPAN),
  )
}

test('sums of several years are added together and remaining follows from them', () => {
  const running = startFrom(
    buildPlan()
      .line('A', { ceiling: { 2026: 7, 2027: 5 }, reserve: { 2026: 1 } })
      .line('B', { ceiling: { 2026: 3 } })
      .project('7000001', { need: { 2026: 20 } }),
  )
  running.add(0, 12, -12)
  expect(running.sum([2026]).remaining).toBe(-3n)
  expect(running.sum([2026])).toMatchObject({ need: 20n, allocated: 12n, shortfall: 8n })
  expect(running.sum([2026, 2027])).toMatchObject({ ceiling: 15n, remaining: 2n })
  expect(running.sum([2030])).toMatchObject({ ceiling: 0n, need: 0n })
})

test('whatever is added and taken away, a sum is exact far beyond 2^53', () => {
  const parts = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { maxLength: 200 })
  fc.assert(
    fc.property(parts, (differences) => {
      const running = startFrom(buildPlan())
      for (const difference of differences) running.add(1, Number(difference), 0)
      const expected = differences.reduce((total, difference) => total + difference, 0n)
      expect(running.sum([2027]).allocated).toBe(expected)
    }),
  )
})
