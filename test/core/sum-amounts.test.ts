import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumAmounts } from '../../src/core/sum-amounts.ts'

test('a nation of amounts near 10^15 is summed to the last đồng', () => {
  const amounts = new Float64Array(100_001).fill(999_999_999_999_999)
  expect(sumAmounts(amounts)).toBe(99_999n * 10n ** 15n + 2n * 10n ** 15n - 100_001n)
})

test('the sum equals that of bigints', () => {
  const amounts = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { maxLength: 80 })
  fc.assert(
    fc.property(amounts, (parts) => {
      const sum = parts.reduce((total, part) => total + part, 0n)
      expect(sumAmounts(Float64Array.from(parts, Number))).toBe(sum)
    }),
  )
})
