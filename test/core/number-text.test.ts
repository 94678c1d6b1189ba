import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney } from '../../src/core/number-format.ts'
import { UNITS, money, toMoney } from '../../src/core/money.ts'
import { type NumberStyle, readNumber, readTypedNumber } from '../../src/core/number-text.ts'

describe('reads each style as it is written', () => {
  test.each<[string, NumberStyle, string | null]>([
    ['1.234.567,89', 'vi', '1234567.89'],
    ['1234567,89', 'vi', '1234567.89'],
    ['1,234,567.89', 'vi', null],
    ['1,234,567.89', 'en', '1234567.89'],
    ['1234567.89', 'en', '1234567.89'],
    ['1.234.567,89', 'en', null],
    ['1234567.89', 'plain', '1234567.89'],
    ['1.234.567', 'plain', null],
    ['1,234', 'plain', null],
    ['1.234', 'vi', '1234'],
    ['1.234', 'en', '1.234'],
    ['1.234', 'plain', '1.234'],
    ['-1.234', 'vi', '-1234'],
    ['−1,5', 'vi', '-1.5'],
    ['--1', 'vi', null],
    ['1.23', 'vi', null],
    ['0.123', 'vi', null],
    ['12.34.567', 'vi', null],
    ['1,5,5', 'vi', null],
    ['', 'vi', null],
    ['-', 'plain', null],
    ['1e3', 'plain', null],
    ['Infinity', 'plain', null],
    ['0x1f', 'plain', null],
    [' 1', 'plain', null],
    ['1\n', 'plain', null],
    ['٣', 'plain', null],
    ['1 234 567', 'plain', '1234567'],
    ['1\u00a0234\u202f567,5', 'vi', '1234567.5'],
    ['1 234,5', 'en', null],
    ['1 234.567', 'vi', null],
    ['1 23', 'vi', null],
    ['12 3456', 'plain', null],
    ['1'.repeat(40), 'plain', '1'.repeat(40)],
    ['1'.repeat(41), 'plain', null],
  ])('%j as %s', (text, style, figure) => {
    expect(readNumber(text, style)?.toFixed() ?? null).toBe(figure)
  })
})

describe('reads typed text as the language writes it, the other way only where that is sure', () => {
  test.each<[string, string | null, string | null]>([
    ['1.234', '1234', '1.234'],
    ['1,234', '1.234', '1234'],
    ['1,234,567', '1234567', '1234567'],
    ['1.234.567', '1234567', '1234567'],
    ['1,234.5', '1234.5', '1234.5'],
    ['1.234,5', '1234.5', '1234.5'],
    ['1,5', '1.5', '1.5'],
    ['1.5', null, '1.5'],
    ['1234.5', null, '1234.5'],
    ['1,2,3.4', null, null],
    ['1.23.456', null, null],
  ])('%s', (text, vi, en) => {
    expect(readTypedNumber(text, 'vi')?.toFixed() ?? null).toBe(vi)
    expect(readTypedNumber(text, 'en')?.toFixed() ?? null).toBe(en)
  })
})

test('reading what was written gives the amount back, in every unit and language', () => {
  const amounts = fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 15n }),
    fc
      .tuple(fc.nat(999), fc.nat(15))
      .map(([n, zeros]) => (BigInt(n) * 10n ** BigInt(zeros)) % 10n ** 15n),
  )
  fc.assert(
    fc.property(
      amounts,
      fc.constantFrom(...UNITS),
      fc.constantFrom('vi' as const, 'en' as const),
      (amount, unit, language) => {
        const text = formatMoney(money(amount), unit, language)
        const figure = readNumber(text, language)
        expect(figure && toMoney(figure, unit, text)).toBe(amount)
      },
    ),
    {
      numRuns: 1000,
      examples: [
        [0n, 'billion', 'vi'],
        [10n ** 15n, 'dong', 'en'],
        [1n, 'billion', 'en'],
      ],
    },
  )
})
