import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentBelow } from '../../src/core/percent.ts'

test.each<[bigint, bigint, string]>([
  [9_996n, 10_000n, '99.9'],
  [10_200_000_000n, 12_500_000_000n, '81.6'],
  [2n, 3n, '66.6'],
  [10n ** 15n - 1n, 10n ** 15n, '99.9'],
  [10n ** 30n - 1n, 10n ** 30n, '99.9'],
  [1n, 1n, '100.0'],
  [3n, 2n, '150.0'],
  [0n, 5n, '0.0'],
  [1n, 10n ** 15n, '0.0'],
  [5n, 0n, '0.0'],
  [0n, 0n, '0.0'],
])('%d of %d is %s per cent', (part, whole, text) => {
  expect(percentBelow(part, whole)).toBe(text)
})

test('the figure is the exact tenth of a per cent below the share', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 18n })
  fc.assert(
    fc.property(amounts, fc.bigInt({ min: 1n, max: 10n ** 18n }), (part, whole) => {
      const tenths = BigInt(percentBelow(part, whole).replace('.', ''))
      expect(tenths).toBe((part * 1000n) / whole)
    }),
  )
})
