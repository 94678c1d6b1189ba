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
  'line-unknown': { value: 'NST' },
  'project-unknown': { value: '7654321' },
  'row-conflict': { value: '7654321', detail: { first: 2 } },
  'cell-held': { value: '5' },
  'value-assumed': { column: 'kind', value: 'other' },
  'total-row': { value: 'Tổng cộng' },
  'row-incomplete': { value: 'thừa' },
  'code-missing': { value: '' },
  'text-invalid': { value: 'a\u0000b' },
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
