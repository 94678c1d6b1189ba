import { expect, test } from 'vitest'
import { nameRule } from '../../src/core/wording.ts'
import { describeField, nameEntry } from '../../src/contract/entry-wording.ts'

test('names an entry by what it is and its codes', () => {
  expect(nameEntry('allocation:7801003:T-DAT:2026', 'vi')).toBe('Phân bổ 7801003 · T-DAT · 2026')
  expect(nameEntry('project:7801003', 'en')).toBe('Project 7801003')
  expect(nameEntry('hold:row:7801003::2026', 'vi')).toBe('Giữ cả dự án · 7801003 · 2026')
  expect(nameEntry('policy', 'vi')).toBe('Ngưỡng và quy tắc')
  expect(nameEntry('waiver:underfunded:project:7801003:2026', 'en')).toBe(
    `Waiver ${nameRule('underfunded', 'en')} · project · 7801003 · 2026`,
  )
})

test.each([
  [{ field: 'needs_2026', before: '5000000', after: '' }, 'Nhu cầu 2026: 5.000.000 đ → –'],
  [{ field: 'years_2027.ceiling', before: '', after: '1500' }, 'Trần vốn 2027: 1.500 đ'],
  [
    { field: 'totalInvestment', before: '1000', after: '2000' },
    'Tổng mức đầu tư: 1.000 đ → 2.000 đ',
  ],
  [{ field: 'isHeld', before: 'false', after: 'true' }, 'Giữ: false → true'],
  [{ field: 'policy.allowedYears.C', before: '3', after: '4' }, 'allowedYears.C: 3 → 4'],
  [{ field: 'place', before: 'Bờ Y', after: 'Mô Rai' }, 'Địa điểm: Bờ Y → Mô Rai'],
])('%j reads %s', (field, sentence) => {
  expect(describeField(field, 'vi')).toBe(sentence)
})
