import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Share, apportion } from '../../src/core/apportion.ts'
import { money, sumMoney } from '../../src/core/money.ts'

const weigh = (...weights: number[]): Share[] =>
  weights.map((weight, i) => ({ weight: BigInt(weight), key: String(i) }))

const totals = fc.bigInt({ min: 0n, max: 10n ** 17n })
const weights = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 16n }), fc.bigInt({ min: 0n, max: 3n }))
const shares = fc
  .uniqueArray(fc.record({ weight: weights, key: fc.string({ maxLength: 4 }) }), {
    selector: ({ key }) => key,
    minLength: 1,
    maxLength: 12,
  })
  .filter((all) => all.some(({ weight }) => weight > 0n))

test('splits 100 over 7 equal weights into two of 15 and five of 14', () => {
  expect(apportion(money(100), weigh(1, 1, 1, 1, 1, 1, 1))).toEqual([
    15n,
    15n,
    14n,
    14n,
    14n,
    14n,
    14n,
  ])
})

test('gives what is left to the largest remainders, then to the lower key', () => {
  expect(apportion(money(10), weigh(1, 5, 3))).toEqual([1n, 6n, 3n])
  const tied = [
    { weight: 1n, key: '7654322/NV-1' },
    { weight: 1n, key: '7654321/NV-2' },
    { weight: 1n, key: '7654321/NV-1' },
  ]
  expect(apportion(money(2), tied)).toEqual([0n, 1n, 1n])
})

test('splits nothing into nothing', () => {
  expect(apportion(money(0), [])).toEqual([])
  expect(apportion(money(0), weigh(0, 0))).toEqual([0n, 0n])
  expect(apportion(money(0), weigh(1, 2))).toEqual([0n, 0n])
})

test('refuses a split with nothing to split by, and negative amounts and weights', () => {
  expect(() => apportion(money(1), [])).toThrow(RangeError)
  expect(() => apportion(money(1), weigh(0, 0))).toThrow(RangeError)
  expect(() => apportion(money(-1), weigh(1))).toThrow(RangeError)
  expect(() => apportion(money(1), weigh(2, -1))).toThrow(RangeError)
})

test('neither creates nor loses money, and nobody is a đồng from their quota', () => {
  fc.assert(
    fc.property(totals, shares, (total, all) => {
      const parts = apportion(money(total), all)
      const sum = all.reduce((of, { weight }) => of + weight, 0n)
      expect(sumMoney(parts)).toBe(total)
      all.forEach(({ weight }, i) => {
        const off = (parts[i] ?? -1n) * sum - total * weight
        expect(off < sum && off > -sum).toBe(true)
        if (weight === 0n) expect(parts[i]).toBe(0n)
      })
    }),
    { numRuns: 500 },
  )
})

test('the order of the shares makes no difference', () => {
  const shuffled = shares.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(totals, shuffled, (total, [all, again]) => {
      const byKey = (of: Share[]) =>
        new Map(apportion(money(total), of).map((part, i) => [of[i]?.key, part]))
      expect(byKey(again)).toEqual(byKey(all))
    }),
    { numRuns: 500 },
  )
})
