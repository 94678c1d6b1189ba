import { expect, test } from 'vitest'
import { foldText } from '../../../../src/renderer/plan/fold-text.ts'
import { findRows, nextMatch } from '../../../../src/renderer/matrix/find/find-matches.ts'

const rows = ['Trường Dục Nông', 'Đường Mô Rai', 'Trạm y tế Dục Nông'].map((text, row) => ({
  row,
  text: foldText(text),
}))

test('duc nong finds Dục Nông, in the order shown', () => {
  expect(findRows(rows, 'duc nong')).toEqual([0, 2])
  expect(findRows(rows, 'ĐƯỜNG')).toEqual([1])
  expect(findRows(rows, '  ')).toEqual([])
})

test('going on goes round, both ways', () => {
  expect([nextMatch(2, -1, 1), nextMatch(2, 0, 1), nextMatch(2, 1, 1)]).toEqual([0, 1, 0])
  expect([nextMatch(2, -1, -1), nextMatch(2, 0, -1)]).toEqual([1, 1])
  expect(nextMatch(0, -1, 1)).toBe(-1)
})
