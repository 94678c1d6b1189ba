import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RULES } from '../../../src/core/rules/catalogue.ts'
import { RULE_CODES } from '../../../src/core/rules/rule-code.ts'
import { FLAG_SENTENCES, RULE_NAMES } from '../../../src/core/wording-flags.ts'
import { isWords } from '../../builders/sentences.ts'

const codes = RULES.map(({ code }) => code)

/** What was agreed of each rule: its severities, the usual one first, and how far its source was checked. */
const AGREED = readText('../../fixtures/rule-catalogue.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => {
    const [code = '', severities = '', trust = ''] = row.split(',')
    return { code, severities, trust }
  })

/** The README's table: code, severities, source. */
const README_ROWS = [...readRules().matchAll(/^\| `([\w-]+)` \|.*\| ([a-z /]+) \| (.+) \|$/gm)]

function readText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

function readRules(): string {
  const [, section = ''] = /\n## Rules\n([\s\S]*?)\n## /.exec(readText('../../../README.md')) ?? []
  return section
}

test('every agreed rule is in the catalogue once, in order, and no other', () => {
  expect(codes).toEqual(AGREED.map(({ code }) => code))
  expect(codes).toEqual(RULE_CODES)
  expect(new Set(codes).size).toBe(24)
})

test.each(AGREED)('$code has the severity and the trust agreed', ({ code, severities, trust }) => {
  const rule = RULES.find((of) => of.code === code)
  expect(rule).toMatchObject({ severity: severities.split(' / ')[0], trust })
  expect(rule?.severityAt !== undefined).toBe(severities.includes('/'))
})

test.each(AGREED)('the README says of $code what was agreed', ({ code, severities, trust }) => {
  const [, , written, source = ''] = README_ROWS.find(([, of]) => of === code) ?? []
  expect(written).toBe(severities)
  const isOwnBasis = source === "the line's own legal basis"
  expect(isOwnBasis || source.includes(`[${trust}]`)).toBe(true)
})

test('the README explains every rule, in catalogue order', () => {
  expect(README_ROWS.map(([, code]) => code)).toEqual(codes)
})

test('every rule names its source', () => {
  for (const { source } of RULES) expect(source.length).toBeGreaterThan(10)
})

test('every rule has a name and a sentence in both languages, about the same figures', () => {
  expect(Object.keys(RULE_NAMES)).toEqual(codes)
  expect(Object.keys(FLAG_SENTENCES)).toEqual(codes)
  for (const code of codes) {
    const [name, sentence] = [RULE_NAMES[code], FLAG_SENTENCES[code]]
    expect(isWords(name.vi) && isWords(name.en)).toBe(true)
    expect(name.vi).not.toBe(name.en)
    expect(placeholders(sentence.vi)).toEqual(placeholders(sentence.en))
  }
})

test('what a secondary source or the product alone says is never worded as law', () => {
  for (const { code, trust } of RULES) {
    if (trust === 'C') continue
    const { vi, en } = FLAG_SENTENCES[code]
    expect(`${vi} ${en}`).not.toMatch(/luật|nghị định|pháp|\blaw\b|legal|decree/i)
  }
})

function placeholders(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort()
}
