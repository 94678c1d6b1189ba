import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExactColumn } from '../../src/core/exact-column.ts'
import { money } from '../../src/core/money.ts'

const differences = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { maxLength: 60 })
const sumOf = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n)

test('a total no double holds is exact', () => {
  const column = new ExactColumn(2)
  for (let i = 0; i < 14; i += 1) column.add(1, 999_999_999_999_999)
  expect(column.get(1)).toBe(13_999_999_999_999_986n)
  expect(column.get(0)).toBe(0n)
  for (let i = 0; i < 15; i += 1) column.add(1, -999_999_999_999_999)
  expect(column.get(1)).toBe(-999_999_999_999_999n)
})

test('totals equal the sums of bigints, also when added to one another', () => {
  fc.assert(
    fc.property(differences, differences, (first, second) => {
      const column = new ExactColumn(2)
      for (const part of first) column.add(0, Number(part))
      for (const part of second) column.add(1, Number(part))
      expect(column.get(0)).toBe(sumOf(first))
      const both = new ExactColumn(1)
      both.addFrom(column, 0, 0)
      both.addFrom(column, 1, 0)
      expect(both.get(0)).toBe(sumOf(first) + sumOf(second))
    }),
  )
})

test('totals cross a port as limbs and can be put in place', () => {
  const totals = fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { maxLength: 8 })
  fc.assert(
    fc.property(totals, (all) => {
      const column = new ExactColumn(all.length)
      all.forEach((total, at) => column.set(at, money(total)))
      const brought = new ExactColumn(all.length, structuredClone(column.limbs()))
      brought.add(0, 1)
      expect(all.map((_, at) => column.get(at))).toEqual(all)
      expect(all.map((_, at) => brought.get(at))).toEqual(
        all.map((of, at) => (at === 0 ? of + 1n : of)),
      )
    }),
  )
})

test('the nearest double stands on the same side of every amount as the total', () => {
  const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
  const nearby = fc.oneof(amounts, fc.bigInt({ min: -2n, max: 2n }))
  fc.assert(
    fc.property(differences, nearby, fc.boolean(), (parts, amount, isNear) => {
      const total = sumOf(parts)
      const against =
        isNear && total < 10n ** 15n && total > -(10n ** 15n) ? total + (amount % 3n) : amount
      const column = new ExactColumn(1)
      for (const part of parts) column.add(0, Number(part))
      expect(Math.sign(column.near(0) - Number(against))).toBe(
        Number(total > against) - Number(total < against),
      )
    }),
  )
})
