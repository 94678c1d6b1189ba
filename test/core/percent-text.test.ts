import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentSaid, percentText, readPercent } from '../../src/core/percent-text.ts'

test('writes no more decimals than a share needs', () => {
  expect([0, 5, 50, 6_000, 6_050, 3_333, 10_000].map(percentText)).toEqual([
    '0',
    '0.05',
    '0.5',
    '60',
    '60.5',
    '33.33',
    '100',
  ])
})

test('is said with the signs of the language', () => {
  expect([percentSaid('81.6', 'vi'), percentSaid('81.6', 'en')]).toEqual(['81,6 %', '81.6%'])
})

test('reads what it writes, and as people write it', () => {
  const shares = fc.integer({ min: 0, max: 10_000 })
  fc.assert(fc.property(shares, (share) => readPercent(percentText(share)) === share))
  expect(['60%', '33,33', '0,5 %'].map(readPercent)).toEqual([6_000, 3_333, 50])
})

test.each(['', '-1', '100.01', '33.333', '1e1', '６０', '60%%'])('%j is no percentage', (text) => {
  expect(readPercent(text)).toBeNull()
})
