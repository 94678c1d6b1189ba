import { expect, test } from 'vitest'
import { AMOUNT_FIX_KINDS, type Fix, type MissingField } from '../../src/core/fixes/fix.ts'
import { money } from '../../src/core/money.ts'
import { nameFix } from '../../src/core/wording-fixes.ts'
import { isWords } from '../builders/sentences.ts'

const fields: readonly MissingField[] = ['decision', 'decisionDate', 'endYear', 'ratios']
const fixes: readonly Fix[] = [
  ...AMOUNT_FIX_KINDS.map((kind) => ({ kind, key: kind, moves: [], left: money(0) })),
  ...fields.map((field) => ({ kind: 'set-field', key: field, project: 1, field }) as const),
]

test('every fix has a name of its own in both languages', () => {
  const names = fixes.flatMap((fix) => [nameFix(fix, 'vi'), nameFix(fix, 'en')])
  expect(names.every(isWords)).toBe(true)
  expect(new Set(names).size).toBe(2 * fixes.length)
})
