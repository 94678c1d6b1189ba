import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOfResult } from '../../../src/engine/exchange/decimal-of-result.ts'

test.each([
  ['89.99999999999999', '90'],
  ['10.000000000000002', '10'],
  ['0.30000000000000004', '0.3'],
  ['78.930000000000007', '78.93'],
  ['1.5', '1.5'],
  ['9007199254740993', '9007199254740993'],
  ['9007199254.740993', '9007199254.740993'],
  ['1E+15', '1000000000000000'],
  ['abc', null],
])('what a formula left as %s means %s', (literal, decimal) => {
  expect(decimalOfResult(literal)).toBe(decimal)
})

test('any amount to the đồng in triệu comes back, however a sum of doubles spells it', () => {
  const amounts = fc.integer({ min: 0, max: 999_999_999_999 })
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      const sum = a / 1e6 + b / 1e6
      const read = decimalOfResult(String(sum)) ?? ''
      expect(BigInt(Math.round(Number(read) * 1e6))).toBe(BigInt(a) + BigInt(b))
      expect(read.split('.')[1]?.length ?? 0).toBeLessThanOrEqual(6)
    }),
    { numRuns: 500 },
  )
})
