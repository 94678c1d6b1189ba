import { expect, test } from 'vitest'
import { isYearWithin, yearsOf } from '../../src/core/fiscal-year.ts'

test('a period holds its first and its last year', () => {
  expect(yearsOf({ from: 2026, to: 2030 })).toEqual([2026, 2027, 2028, 2029, 2030])
  expect(yearsOf({ from: 2026, to: 2026 })).toEqual([2026])
})

test('a year is within a period from its first to its last, and only as a whole year', () => {
  const period = { from: 2026, to: 2028 }
  expect([2025, 2026, 2028, 2029, 2026.5, Number.NaN].map((y) => isYearWithin(y, period))).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ])
})
