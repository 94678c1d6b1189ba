import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UNITS } from '../../../src/core/money.ts'
import { createSample } from '../../../src/engine/sample.ts'
import { loadPlan } from '../../../src/engine/workbook/plan-store.ts'
import { carryOver, hashOf } from './round-trip.ts'
import { randomPlan } from './random-plan.ts'

describe.each(['csv', 'xlsx'] as const)('tables exported as %s', (format) => {
  test.each(UNITS)('read back to an equal plan in %s', async (unit) => {
    await fc.assert(
      fc.asyncProperty(randomPlan, async (plan) => {
        expect(hashOf(await carryOver(plan, format, unit))).toBe(hashOf(plan))
      }),
      { numRuns: format === 'csv' ? 60 : 30 },
    )
  })

  test('hold the whole sample in every unit', async () => {
    const file = await createSample()
    const plan = loadPlan(file.db)
    file.discard()
    expect(plan.tasks.size).toBeGreaterThan(0)
    for (const unit of UNITS) expect(hashOf(await carryOver(plan, format, unit))).toBe(hashOf(plan))
  })
})
