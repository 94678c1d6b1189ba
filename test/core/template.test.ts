import { expect, test } from 'vitest'
import { fillSentence } from '../../src/core/template.ts'

test('puts values where their names stand', () => {
  expect(fillSentence('{a} và {b}, rồi {a}.', { a: '1', b: '$&' })).toBe('1 và $&, rồi 1.')
})

test('a value in braces stays as it is', () => {
  expect(fillSentence('“{a}” {b}', { a: '{b}', b: 'x' })).toBe('“{b}” x')
})

test('a name without a value leaves neither braces nor quotation marks', () => {
  expect(fillSentence('Không xuất được ra “{path}”.', {})).toBe('Không xuất được ra.')
  expect(fillSentence('{toString} {a} b', {})).toBe('b')
})
