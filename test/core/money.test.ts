import { Decimal } from '../../src/core/decimal.ts'
import { expect, test } from 'vitest'
import { money, parseMoneyText, subtractMoney, sumMoney, toMoney } from '../../src/core/money.ts'
import { refusalOf } from '../builders/refusal.ts'

test('sums and differences are exact beyond 2^53 and may be negative', () => {
  const most = money(10n ** 15n)
  expect(sumMoney(Array.from({ length: 99_999 }, () => most))).toBe(99_999n * 10n ** 15n)
  expect(sumMoney([])).toBe(0n)
  expect(subtractMoney(money(1), most)).toBe(1n - 10n ** 15n)
})

test('plain digits are whole đồng, and nothing else is', () => {
  expect(parseMoneyText('-12345678901234567890')).toBe(-12_345_678_901_234_567_890n)
  for (const text of ['', '-', '1.0', '1e3', '0x10', ' 1', '1n', '1_0', '9'.repeat(31)]) {
    expect(refusalOf(() => parseMoneyText(text))).toEqual({
      code: 'amount-invalid',
      detail: { text },
    })
  }
})

test('a figure in a unit is money only as whole đồng from 0 to 10^15', () => {
  const convert = (figure: string) => toMoney(new Decimal(figure), 'million', figure)
  expect(convert('0.000001')).toBe(1n)
  expect(convert('-0')).toBe(0n)
  expect(convert('1000000000')).toBe(10n ** 15n)
  expect(refusalOf(() => convert('0.0000001'))?.code).toBe('amount-not-whole')
  expect(refusalOf(() => convert('-0.000001'))?.code).toBe('amount-negative')
  expect(refusalOf(() => convert('1000000000.000001'))?.code).toBe('amount-too-large')
})
