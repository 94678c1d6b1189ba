import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal } from '../../src/core/decimal.ts'
import { shareText } from '../../src/core/share-text.ts'

test.each<[bigint, bigint, string]>([
  [10_200_000_000n, 12_500_000_000n, '81.6'],
  [2n, 3n, '66.67'],
  [1n, 20_000n, '0.01'],
  [1n, 20_001n, '0'],
  [10n ** 15n - 1n, 10n ** 15n, '99.99'],
  [10n ** 30n - 1n, 10n ** 30n, '99.99'],
  [1n, 1n, '100'],
  [3n, 2n, '150'],
  [0n, 5n, '0'],
  [5n, 0n, '0'],
])('%d of %d is %s per cent', (part, whole, text) => {
  expect(shareText(part, whole)).toBe(text)
})

test('one đồng short of a limit never reads as the limit', () => {
  expect(shareText(999_999_999n, 10_000_000_000n, 1_000)).toBe('9.99')
  expect(shareText(1_000_000_000n, 10_000_000_000n, 1_000)).toBe('10')
  expect(shareText(999_999_999n, 10_000_000_000n)).toBe('10')
})

test('a share is that of decimal.js, whatever the amounts', () => {
  const amounts = fc.oneof(
    fc.bigInt({ min: 1n, max: 10n ** 15n }),
    fc.bigInt({ min: 1n, max: 10n ** 20n }),
    fc.bigInt({ min: 1n, max: 40_000n }),
  )
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      const [part, whole] = one < other ? [one, other] : [other, one]
      const exact = new Decimal(part.toString()).times(100).div(whole.toString())
      const rounded = exact.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
      const isHidden = rounded.eq(100) && part < whole
      expect(shareText(part, whole)).toBe(isHidden ? '99.99' : rounded.toFixed())
    }),
    { numRuns: 2_000 },
  )
})
