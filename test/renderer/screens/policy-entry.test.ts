import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNITS, money } from '../../../src/core/money.ts'
import { policyText, policyValue } from '../../../src/renderer/screens/policy-entry.ts'
import { refusalOf } from '../../builders/refusal.ts'

const VI = { unit: 'million', language: 'vi' } as const
const EN = { unit: 'million', language: 'en' } as const

test('an entry is shown as the language writes it, in the unit shown, empty where there is none', () => {
  expect(policyText({ kind: 'amount', value: money(500_500_000) }, VI)).toBe('500,5')
  expect(policyText({ kind: 'share', value: 9_550 }, VI)).toBe('95,5')
  expect(policyText({ kind: 'share', value: 9_505 }, EN)).toBe('95.05')
  expect(policyText({ kind: 'count', value: 2 }, VI)).toBe('2')
  expect(policyText({ kind: 'count', value: null }, VI)).toBe('')
})

test('what is typed the Vietnamese way is set exactly', () => {
  expect(policyValue('amount', ' 1,5 tỷ ', VI)).toBe('1500000000')
  expect(policyValue('amount', '500', VI)).toBe('500000000')
  expect(policyValue('share', '95,5 %', VI)).toBe('95.5')
  expect(policyValue('share', '95.5', EN)).toBe('95.5')
  expect(policyValue('count', '3', VI)).toBe('3')
  expect(policyValue('count', '', VI)).toBe('')
})

test('what is no number is left for the policy to refuse, and a bad amount is refused here', () => {
  expect(policyValue('share', 'nhiều', VI)).toBe('nhiều')
  expect(refusalOf(() => policyValue('amount', '1_000', VI))?.code).toBe('amount-invalid')
})

test('what is shown reads back as the same value', () => {
  const writing = fc.record({
    unit: fc.constantFrom(...UNITS),
    language: fc.constantFrom('vi' as const, 'en' as const),
  })
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 15n), fc.nat(20_000), writing, (amount, share, how) => {
      const shown = policyText({ kind: 'amount', value: money(amount) }, how)
      expect(policyValue('amount', shown, how)).toBe(String(amount))
      const percent = policyText({ kind: 'share', value: share }, how)
      expect(Number(policyValue('share', percent, how))).toBeCloseTo(share / 100, 6)
    }),
    { numRuns: 200 },
  )
})
