import fc from 'fast-check'
import { expect, test } from 'vitest'
import { middleOf } from '../../src/core/middle-of.ts'

test('the middle of five is the third, of four the upper of two, of none zero', () => {
  expect(middleOf(Float64Array.of(5, 1, 4, 2, 3))).toBe(3)
  expect(middleOf(Float64Array.of(40, 10, 30, 20))).toBe(30)
  expect(middleOf(new Float64Array())).toBe(0)
})

test('the middle is what sorting puts there, equal numbers or not', () => {
  const numbers = fc.array(fc.oneof(fc.nat(3), fc.maxSafeNat()), { maxLength: 60 })
  fc.assert(
    fc.property(numbers, (all) => {
      const sorted = Float64Array.from(all).sort()
      expect(middleOf(Float64Array.from(all))).toBe(sorted[all.length >> 1] ?? 0)
    }),
    { numRuns: 500 },
  )
})
