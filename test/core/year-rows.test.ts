import { expect, test } from 'vitest'
import { YearRows, rowAt } from '../../src/core/year-rows.ts'

const SPAN = { first: 2026, count: 3 }

test('an entry has one row for each year of the span, in its slot', () => {
  const rows = new YearRows([{ id: 9 }, { id: 4 }], SPAN)
  expect([rows.count, rows.rows]).toEqual([2, 6])
  expect([rows.slotOf(9), rows.slotOf(4), rows.slotOf(5)]).toEqual([0, 1, -1])
  expect([rows.rowOf(9, 2026), rows.rowOf(4, 2028)]).toEqual([0, 5])
})

test('an unknown entry and a year outside the span have no row', () => {
  const rows = new YearRows([{ id: 9 }], SPAN)
  expect([rows.rowOf(5, 2026), rows.rowOf(9, 2025), rows.rowOf(9, 2029)]).toEqual([-1, -1, -1])
  expect(rowAt(-1, 2026, SPAN)).toBe(-1)
})
