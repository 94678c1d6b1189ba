import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNITS, money } from '../../../src/core/money.ts'
import { amountText } from '../../../src/engine/exchange/amount-text.ts'
import { inferFormat } from '../../../src/engine/exchange/number-format.ts'

test.each([
  [['1234567', '89'], { format: 'plain' }],
  [['1.234.567', '1.234'], { format: 'vi' }],
  [['1,234,567', '1,234'], { format: 'en' }],
  [['1.234,5'], { format: 'vi' }],
  [['1,234.5'], { format: 'en' }],
  [['1234.5'], { format: 'plain' }],
  [['0.500', '1.2345'], { format: 'plain' }],
])('reads %j in the one way every value allows', (values, expected) => {
  expect(inferFormat(values)).toEqual(expected)
})

test('asks about 1.234, and shows both readings', () => {
  expect(inferFormat(['12', '1.234', '5.678'])).toEqual({ value: '1.234', vi: '1234', en: '1.234' })
  expect(inferFormat(['1,234'])).toEqual({ value: '1,234', vi: '1.234', en: '1234' })
})

test('does not let a value no format reads hide the doubt about the rest', () => {
  expect(inferFormat(['không rõ', '1.234'])).toMatchObject({ value: '1.234' })
})

test('takes the commonest format where no format reads all', () => {
  expect(inferFormat(['1.234.567', '2.345.678', '1,234,567'])).toEqual({ format: 'vi' })
})

test('finds one reading in every column we write, in every unit', () => {
  const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }).map((value) => money(value)))
  fc.assert(
    fc.property(amounts, fc.constantFrom(...UNITS), (column, unit) => {
      expect(inferFormat(column.map((amount) => amountText(amount, unit)))).toEqual({
        format: 'plain',
      })
    }),
  )
})
