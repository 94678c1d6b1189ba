import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOfLiteral } from '../../../src/engine/exchange/decimal-of-literal.ts'

test.each([
  ['9007199254740993', '9007199254740993'],
  ['0.15', '0.15'],
  ['78.930000000000007', '78.93'],
  ['1.0000000000000000001', '1.0000000000000000001'],
  ['0.30000000000000004', '0.30000000000000004'],
  ['1E+15', '1000000000000000'],
  ['1.5e-7', '0.00000015'],
  ['1.500', '1.5'],
  ['-0.5', '-0.5'],
  ['007', '7'],
  ['Infinity', null],
  ['0x1f', null],
  ['1e9999', null],
  ['', null],
])('reads %s as %s', (literal, decimal) => {
  expect(decimalOfLiteral(literal)).toBe(decimal)
})

test('reads any typed decimal of up to 15 digits, also as the 17 digits Excel stores', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 15 - 1 }),
      fc.integer({ min: 0, max: 9 }),
      (digits, places) => {
        const text = String(digits).padStart(places + 1, '0')
        const whole = text.slice(0, text.length - places)
        const typed = `${whole}.${text.slice(text.length - places)}0`.replace(/\.?0+$/, '')
        expect(decimalOfLiteral(Number(typed).toPrecision(17))).toBe(typed)
        expect(decimalOfLiteral(typed)).toBe(typed)
      },
    ),
  )
})
