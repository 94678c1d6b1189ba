import { expect, test } from 'vitest'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { checkPlan } from '../../src/core/rules/check-plan.ts'
import { RULE_CODES, type RuleCode } from '../../src/core/rules/rule-code.ts'
import { describeFigures, nameDetail } from '../../src/core/wording-details.ts'
import { buildFlawedPlan } from '../builders/flawed-plan.ts'
import { isWords } from '../builders/sentences.ts'

const flags = checkPlan(new PlanIndex(buildFlawedPlan().plan))

function figuresOf(code: RuleCode, language: 'vi' | 'en') {
  const flag = flags.find((of) => of.code === code)
  if (!flag) throw new Error(`the flawed plan raises no ${code}`)
  return Object.fromEntries(
    describeFigures(flag, language, 'million').map(({ name, text }) => [name, text]),
  )
}

test.each(RULE_CODES)(
  'every figure of %s has a name in both languages, its own in the table',
  (code) => {
    const found = flags.filter((flag) => flag.code === code)
    expect(found.length).toBeGreaterThan(0)
    for (const flag of found) {
      for (const language of ['vi', 'en'] as const) {
        const names = Object.keys(flag.detail).map((name) => nameDetail(code, name, language))
        expect(names.every((name) => isWords(name) && /^\p{Lu}/u.test(name))).toBe(true)
        expect(new Set(names).size).toBe(names.length)
        const texts = describeFigures(flag, language, 'million').map(({ text }) => text)
        expect(texts.every(isWords)).toBe(true)
      }
    }
  },
)

test('amounts come in the unit shown, percentages with their sign, codes as words, nothing as a dash', () => {
  expect(figuresOf('fragmented-share', 'vi')).toMatchObject({
    'Nguồn vốn': 'DTTS-SN',
    'Số tiền bố trí': '1 triệu đồng',
    'Tỷ lệ trong vốn của năm': '0,01 %',
  })
  expect(figuresOf('capital-type-mismatch', 'en')).toMatchObject({
    'Capital of the line': 'recurrent money',
    'Capital the project takes': 'development money',
  })
  expect(figuresOf('decision-missing', 'en')).toMatchObject({ 'Decision number': '–' })
})

test('a name means what its rule means by it', () => {
  expect(nameDetail('counterpart-short', 'required', 'en')).toBe('Counterpart required')
  expect(nameDetail('reserve-missing', 'required', 'en')).toBe('Reserve required')
  expect(nameDetail('underfunded', 'unheard', 'en')).toBe('unheard')
})
