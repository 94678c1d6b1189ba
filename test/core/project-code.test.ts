import { expect, test } from 'vitest'
import { canonicalCode, draftCode, isProjectCode } from '../../src/core/project-code.ts'

test.each([
  ['7654321', '7654321'],
  ['7.654.321', '7654321'],
  ['7 654 321', '7654321'],
  ['7-654-321', '7654321'],
  ['7654/321', '7654321'],
  [' 7654321\t', '7654321'],
  ['7\u00a0654\u00a0321', '7654321'],
  ['DRAFT-1', 'draft-1'],
  ['DRAFT-11', 'draft-11'],
  [' DA.01 ', 'da.01'],
  ['Đường'.normalize('NFD'), 'đường'],
  ['', ''],
  ['-', '-'],
  ['７６５４３２１', '７６５４３２１'],
])('%j is compared as %j', (code, canonical) => {
  expect(canonicalCode(code)).toBe(canonical)
})

test('comparing a code already compared changes nothing', () => {
  for (const code of ['7.654.321', 'DRAFT-1', ' DA.01 ', '-', '. 7']) {
    expect(canonicalCode(canonicalCode(code))).toBe(canonicalCode(code))
  }
})

test('a code is 7 plain digits starting with 7 or 8', () => {
  expect(isProjectCode('7654321')).toBe(true)
  expect(isProjectCode('8000000')).toBe(true)
  for (const code of ['6654321', '765432', '76543210', '7.654.321', '7654321 ', '7654321\n', '']) {
    expect(isProjectCode(code)).toBe(false)
  }
})

test('a draft code is no project code', () => {
  expect(draftCode(3)).toBe('DRAFT-3')
  expect(isProjectCode(draftCode(7_000_000))).toBe(false)
})
