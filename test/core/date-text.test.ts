import { expect, test } from 'vitest'
import { dateIn, isImpossibleDate } from '../../src/core/date-text.ts'

test.each([
  ['31/02/2025', null, true],
  ['30/2/2025', null, true],
  ['29/02/2024', '2024-02-29', false],
  ['1180/QĐ-UBND ngày 20/10/2025', '2025-10-20', false],
  ['2025-13-01', null, true],
  ['2025-10-20', '2025-10-20', false],
  ['1.5.2025', '2025-05-01', false],
  ['năm 2025', null, false],
  ['', null, false],
])('%j holds the day %s', (text, day, isImpossible) => {
  expect(dateIn(text)).toBe(day)
  expect(isImpossibleDate(text)).toBe(isImpossible)
})
