import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNITS, type Unit, money } from '../../src/core/money.ts'
import { parseEntry } from '../../src/core/number-entry.ts'
import { type Language, formatMoney, formatMoneyCut } from '../../src/core/number-format.ts'
import { readNumber } from '../../src/core/number-text.ts'

const amounts = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 15n }),
  fc.bigInt({ min: 0n, max: 10n ** 6n }).map((n) => n * 10n ** 9n),
)
const units = fc.constantFrom(...UNITS)
const languages = fc.constantFrom<Language>('vi', 'en')

test.each<[bigint, Unit, Language, string]>([
  [1_234_567_890n, 'dong', 'vi', '1.234.567.890'],
  [1_234_567_890n, 'dong', 'en', '1,234,567,890'],
  [1_234_567_890n, 'thousand', 'vi', '1.234.567,89'],
  [1_234_567_890n, 'million', 'en', '1,234.56789'],
  [1_234_567_890n, 'billion', 'vi', '1,23456789'],
  [1_500_000_000n, 'billion', 'vi', '1,5'],
  [1n, 'billion', 'vi', '0,000000001'],
  [0n, 'million', 'vi', '0'],
  [-2_300_000n, 'million', 'vi', '−2,3'],
  [-999n, 'dong', 'en', '−999'],
  [123_456_789_012_345_678_901n, 'dong', 'vi', '123.456.789.012.345.678.901'],
])('writes %d in %s, %s, as %s', (amount, unit, language, text) => {
  expect(formatMoney(money(amount), unit, language)).toBe(text)
})

test.each<[bigint, Unit, number, string]>([
  [1_999_999_999n, 'billion', 2, '1,99…'],
  [1_999_999_999n, 'billion', 0, '1…'],
  [1_500_000_000n, 'billion', 1, '1,5'],
  [1_500_000_001n, 'billion', 3, '1,500…'],
  [1n, 'billion', 2, '0,00…'],
  [-1_999n, 'thousand', 1, '−1,9…'],
  [2_000_000_000n, 'billion', 0, '2'],
])('cuts %d in %s at %d decimals to %s', (amount, unit, decimals, text) => {
  expect(formatMoneyCut(money(amount), unit, decimals)).toBe(text)
})

test('what is written can be typed back, in every unit and language', () => {
  fc.assert(
    fc.property(amounts, units, languages, (amount, unit, language) => {
      const text = formatMoney(money(amount), unit, language)
      expect(parseEntry(text, { unit, language })).toBe(amount)
      expect(parseEntry(`=${text}`, { unit, language })).toBe(amount)
    }),
    { numRuns: 1000 },
  )
})

test('a cut figure is the exact one up to where it ends, and says so exactly when something is missing', () => {
  fc.assert(
    fc.property(amounts, units, fc.nat(10), languages, (amount, unit, decimals, language) => {
      const exact = formatMoney(money(amount), unit, language)
      const cut = formatMoneyCut(money(amount), unit, decimals, language)
      const shown = cut.replace('…', '')
      expect(exact.startsWith(shown)).toBe(true)
      expect(cut.endsWith('…')).toBe(exact.length > shown.length)
      expect(shown.split(language === 'vi' ? ',' : '.')[1]?.length ?? 0).toBeLessThanOrEqual(
        decimals,
      )
      expect(readNumber(shown, language)?.lte(readNumber(exact, language) ?? -1)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
