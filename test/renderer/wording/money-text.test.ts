import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNITS, money } from '../../../src/core/money.ts'
import { parseEntry } from '../../../src/core/number-entry.ts'
import {
  badMoneyText,
  entryText,
  exactText,
  moneyText,
} from '../../../src/renderer/wording/money-text.ts'

test('shows as many decimals as fit, and a sign where figures were cut', () => {
  expect(moneyText(money(1_500_000_000), 'million', 'vi')).toBe('1.500')
  expect(moneyText(money(10_123_456_789), 'million', 'vi')).toBe('10.123,4567…')
  expect(moneyText(money(10_123_456_789), 'million', 'en')).toBe('10,123.4567…')
  expect(moneyText(money(981_000_123_456), 'million', 'vi')).toBe('981.000,123…')
  expect(exactText(money(981_000_123_456), 'vi')).toBe('981.000.123.456 đồng')
})

test('leaves room for the mark of a bad amount', () => {
  expect(badMoneyText(money(-8_217_962_963n), 'million', 'vi')).toBe('▲ −8.217,9…')
})

test('never shows a figure that is not a figure of the amount', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n })
  fc.assert(
    fc.property(amounts, fc.constantFrom(...UNITS), (amount, unit) => {
      const [shown, whole] = [
        moneyText(money(amount), unit, 'vi'),
        entryText(money(amount), unit, 'vi'),
      ]
      if (shown.endsWith('…')) expect(whole.startsWith(shown.slice(0, -1))).toBe(true)
      else expect(shown).toBe(whole)
    }),
  )
})

test('what a cell hands out for editing is read back as the same amount', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n })
  fc.assert(
    fc.property(amounts, fc.constantFrom(...UNITS), (amount, unit) => {
      expect(parseEntry(entryText(money(amount), unit, 'vi'), { unit, variables: {} })).toBe(amount)
    }),
  )
})
