import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNITS, money } from '../../../src/core/money.ts'
import { amountText } from '../../../src/engine/exchange/amount-text.ts'
import { inferFormat } from '../../../src/engine/exchange/number-format.ts'

test.each([
  [['1234567', '89'], 'plain', 'bare-digits', ''],
  [['1.234', '1.234.567'], 'vi', 'only-reading', '1.234.567'],
  [['1,234,567', '1,234'], 'en', 'only-reading', '1,234,567'],
  [['1.234,5'], 'vi', 'only-reading', '1.234,5'],
  [['1,234.5'], 'en', 'only-reading', '1,234.5'],
  [['1234.5'], 'plain', 'only-reading', '1234.5'],
  [['0.500', '1.2345'], 'plain', 'only-reading', '0.500'],
] as const)(
  'reads %j in the one way every value allows: %s, for %s %s',
  (values, format, because, value) => {
    expect(inferFormat(values)).toEqual({ format, because, value })
  },
)

test('asks about 1.234, and shows both readings', () => {
  expect(inferFormat(['12', '1.234', '5.678'])).toEqual({ value: '1.234', vi: '1234', en: '1.234' })
  expect(inferFormat(['1,234'])).toEqual({ value: '1,234', vi: '1.234', en: '1234' })
})

test('does not let a value no format reads hide the doubt about the rest', () => {
  expect(inferFormat(['không rõ', '1.234'])).toMatchObject({ value: '1.234' })
})

test('takes the commonest format where no format reads all', () => {
  expect(inferFormat(['1.234.567', '2.345.678', '1,234,567'])).toEqual({
    format: 'vi',
    because: 'most-readable',
    value: '1,234,567',
  })
})

test('finds one reading in every column we write, in every unit', () => {
  const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }).map((value) => money(value)))
  fc.assert(
    fc.property(amounts, fc.constantFrom(...UNITS), (column, unit) => {
      expect(inferFormat(column.map((amount) => amountText(amount, unit)))).toMatchObject({
        format: 'plain',
      })
    }),
  )
})
