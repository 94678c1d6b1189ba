import { describe, expect, test } from 'vitest'
import { describePlace, describeProblem } from '../../src/contract/problem-wording.ts'
import type { Problem, ProblemCode } from '../../src/contract/tables.ts'
import { isSentence } from '../builders/sentences.ts'

const problem: Problem = {
  file: 'phan-bo.xlsx',
  sheet: 'Phân bổ',
  row: 3,
  column: 'D (amount)',
  code: 'amount-invalid',
  severity: 'error',
  value: '1_000',
  detail: {},
}

/** What each problem carries where an import finds it. */
const DETAILS: Record<ProblemCode, Partial<Problem>> = {
  'table-empty': { value: '', column: '', row: 0 },
  'column-missing': { value: '', column: 'amount', row: 1 },
  'column-duplicate': { value: 'amount' },
  'column-unknown': { value: 'ghi chú thêm' },
  'value-missing': { value: '' },
  'value-unknown': { value: 'X', detail: { expected: 'A, B, C' } },
  'year-invalid': { value: '26' },
  'year-outside-plan': { value: '2031', detail: { from: 2026, to: 2030 } },
  'amount-invalid': {},
  'amount-negative': { value: '-1' },
  'amount-not-whole': { value: '0,5' },
  'amount-too-large': { value: '9'.repeat(20) },
  'number-format-ambiguous': {
    value: '1.234',
    detail: { value: '1.234', vi: '1.234 triệu đồng', en: '1,234 triệu đồng' },
  },
  'formula-without-value': { value: '=A1+B1' },
  'formula-value': { value: '', detail: { count: 12 } },
  'code-duplicate': { value: '7654321', detail: { first: 2 } },
  'programme-unknown': { value: 'NTM' },
  'programme-loop': { value: 'NTM' },
  'programme-below': { value: 'NTM-1' },
  'ratio-invalid': { value: 'NTM=110' },
  'line-unknown': { value: 'NST' },
  'project-unknown': { value: '7654321' },
  'task-unknown': { value: 'NV9' },
  'time-invalid': { value: 'hôm qua' },
  'value-surplus': { value: 'TW', detail: { column: 'line' } },
  'period-invalid': {
    column: 'to',
    value: '2025',
    detail: { from: 2026, to: 2025, longest: 15, first: 2026, last: 2028 },
  },
  'total-held': {
    value: '5',
    detail: { project: '7800001', year: 2026, before: '1.000', after: '1.005' },
  },
  'row-conflict': { value: '7654321', detail: { first: 2 } },
  'sheet-conflict': { value: '5', detail: { sheet: 'PL 01', first: 7, other: '6' } },
  'cell-held': { value: '5' },
  'value-assumed': { column: 'kind', value: 'other' },
  'total-row': { value: 'Tổng cộng' },
  'row-incomplete': { value: 'thừa' },
  'row-unnamed': { column: '', value: '' },
  'code-missing': { value: '' },
  'text-invalid': { value: 'a\u0000b' },
  'encoding-detected': { value: 'tcvn3', detail: { likely: 32, words: 33 } },
  'date-invalid': { value: '31/02/2025' },
  'years-reversed': { value: '2025', detail: { start: 2026 } },
  'reserve-above-ceiling': { value: '9', detail: { ceiling: '5', year: 2026 } },
  'unit-noted': { value: 'ĐVT: triệu đồng' },
  'unit-contradicted': {
    value: 'ĐVT: triệu đồng',
    detail: { chosenVi: 'đồng', chosenEn: 'đồng' },
  },
  thousandfold: {
    value: '130',
    detail: { other: '100.398', read: '130000000', meant: '130000000000' },
  },
  'annex-read': { value: '', detail: { from: 5, to: 9, projects: 12, groups: 4 } },
  'hidden-rows': { value: '', detail: { count: 3 } },
  'sheet-left-out': { value: 'PL03' },
  'line-column-unknown': { value: 'Vốn khác' },
  'line-column-none': { column: '', value: '' },
  'line-column-guessed': { value: 'NSTW', detail: { line: 'TW', year: 2026 } },
  'column-not-taken': { value: 'Năng lực thiết kế' },
  'subtotal-rounded': { value: '100', detail: { computed: '101' } },
  'subtotal-differs': { value: '100', detail: { computed: '150' } },
}

test.each(Object.entries(DETAILS) as [ProblemCode, Partial<Problem>][])('%s', (code, fields) => {
  const of = { ...problem, ...fields, code }
  const [vi, en] = [describeProblem(of, 'vi'), describeProblem(of, 'en')]
  expect(vi).toSatisfy(isSentence)
  expect(en).toSatisfy(isSentence)
  expect(vi).not.toBe(en)
})

test('an ambiguous number is shown in both readings', () => {
  const of = { ...problem, ...DETAILS['number-format-ambiguous'], code: 'number-format-ambiguous' }
  const sentence = describeProblem(of as Problem, 'vi')
  for (const part of [
    '“1.234”',
    '1.234 triệu đồng (kiểu Việt Nam)',
    '1,234 triệu đồng (kiểu Anh)',
  ]) {
    expect(sentence).toContain(part)
  }
})

describe('a place is named as the sheet shows it', () => {
  test.each<[string, Partial<Problem>, string]>([
    ['a cell', {}, 'phan-bo.xlsx · Phân bổ · D3 (amount)'],
    ['a cell of a plain file', { sheet: '' }, 'phan-bo.xlsx · D3 (amount)'],
    ['a row', { column: 'A ()' }, 'phan-bo.xlsx · Phân bổ · A3'],
    ['a column', { row: 0 }, 'phan-bo.xlsx · Phân bổ · D (amount)'],
    [
      'a column that is not there',
      { row: 0, column: 'amount' },
      'phan-bo.xlsx · Phân bổ · (amount)',
    ],
    ['a whole table', { row: 0, column: '' }, 'phan-bo.xlsx · Phân bổ'],
  ])('%s', (_name, fields, place) => {
    expect(describePlace({ ...problem, ...fields })).toBe(place)
  })
})
