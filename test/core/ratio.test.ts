import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal } from '../../src/core/decimal.ts'
import { basisPoints, compareProducts } from '../../src/core/ratio.ts'

const whole = fc.oneof(
  fc.integer({ min: 1, max: 10 ** 15 }),
  fc.integer({ min: 1, max: 100_000 }),
  fc.constantFrom(10 ** 15, 10 ** 15 - 1, 20_000, 2 ** 49),
)

function exactly(part: number, of: number): number {
  return new Decimal(part)
    .times(10_000)
    .div(of)
    .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
    .toNumber()
}

test('a share that lies exactly on a half is rounded up', () => {
  expect(basisPoints(1, 20_000)).toBe(1)
  expect(basisPoints(3, 20_000)).toBe(2)
  expect(basisPoints(2, 3)).toBe(6_667)
  expect(basisPoints(5, 0)).toBe(0)
})

test('shares equal those of decimal.js, near ties above all', () => {
  const nearTie = fc.tuple(
    whole,
    fc.integer({ min: 0, max: 9_999 }),
    fc.integer({ min: -1, max: 1 }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.tuple(whole, whole), nearTie), ([of, at, step]) => {
      const part =
        step === undefined ? at : Math.max(0, Math.round((of / 20_000) * (2 * at + 1)) + step)
      expect(basisPoints(part, of)).toBe(exactly(part, of))
    }),
    { numRuns: 5_000 },
  )
})

test('products are compared as bigints compare them', () => {
  const factor = fc.integer({ min: 0, max: 10 ** 15 })
  const small = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(factor, small, small, fc.integer({ min: -1, max: 1 }), (a, b, d, step) => {
      const c = d === 0 ? a : Math.max(0, Math.round((a / d) * b) + step)
      const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d)
      expect(Math.sign(compareProducts(a, b, c, d))).toBe(Number(exact > 0n) - Number(exact < 0n))
    }),
    { numRuns: 5_000 },
  )
})
