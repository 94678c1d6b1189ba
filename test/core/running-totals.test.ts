import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '../../src/core/money.ts'
import { RunningTotals } from '../../src/core/running-totals.ts'

test('sums of several years are added together and remaining follows from them', () => {
  const running = new RunningTotals()
  running.add(2026, 'ceiling', 10n)
  running.add(2026, 'reserve', 1n)
  running.add(2026, 'allocated', 12n)
  running.add(2027, 'ceiling', 5n)
  expect(running.sum([2026]).remaining).toBe(money(-3))
  expect(running.sum([2026, 2027])).toMatchObject({ ceiling: 15n, remaining: 2n })
  expect(running.sum([2030])).toMatchObject({ ceiling: 0n, need: 0n })
})

test('whatever is added and taken away, a sum is exact far beyond 2^53', () => {
  const parts = fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { maxLength: 30 })
  fc.assert(
    fc.property(parts, (differences) => {
      const running = new RunningTotals()
      for (const difference of differences) running.add(2026, 'need', difference)
      const expected = differences.reduce((total, difference) => total + difference, 0n)
      expect(running.sum([2026]).need).toBe(expected)
    }),
  )
})
