import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decimalOfLiteral,
  readNumberLiterals,
} from '../../../src/engine/exchange/number-literals.ts'

test.each([
  ['9007199254740993', '9007199254740993'],
  ['0.15', '0.15'],
  ['78.930000000000007', '78.93'],
  ['1.0000000000000000001', '1.0000000000000000001'],
  ['0.30000000000000004', '0.30000000000000004'],
  ['1E+15', '1000000000000000'],
  ['1.5e-7', '0.00000015'],
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

test('finds numbers by address, also where the address is left out', () => {
  const xml =
    '<sheetData><row r="3"><c r="B3"><v>1.50</v></c><c t="s"><v>007</v></c><c><f>A1</f><v>2.0</v></c></row>' +
    '<x:row xmlns:x="y"><x:c><x:v>3.10</x:v></x:c></x:row><!-- <c r="A9"><v>9.90</v></c> --></sheetData>'
  const { spelled, numbers, cells } = readNumberLiterals(xml)
  expect([...spelled]).toEqual([
    ['2,1', '1.50'],
    ['2,3', '2.0'],
    ['3,0', '3.10'],
  ])
  expect({ numbers, cells }).toEqual({ numbers: 3, cells: 4 })
})
