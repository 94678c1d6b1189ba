import { expect, test } from 'vitest'
import { findItems } from '../../../src/renderer/palette/palette-item.ts'

const items = ['Lưu vào tệp', 'Xuất bảng', 'Dán', 'Gộp theo địa bàn'].map((label) => ({
  id: label,
  label,
  keys: '',
  run: () => {},
}))
const found = (query: string) => findItems(items, query).map(({ label }) => label)

test('a command is found by any of its words without their diacritics', () => {
  expect(found('dia ban')).toEqual(['Gộp theo địa bàn'])
  expect(found('LUU')).toEqual(['Lưu vào tệp'])
  expect(found('không có')).toEqual([])
})

test('what begins with the words comes first, and no words find everything', () => {
  expect(found('d')).toEqual(['Dán', 'Gộp theo địa bàn'])
  expect(found('')).toHaveLength(4)
})
