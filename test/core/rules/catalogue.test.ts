import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RULES } from '../../../src/core/rules/catalogue.ts'
import { FLAG_SENTENCES, RULE_NAMES } from '../../../src/core/wording-flags.ts'

const codes = RULES.map(({ code }) => code)

test('every rule is in the catalogue once, with a name and a sentence', () => {
  expect(new Set(codes).size).toBe(codes.length)
  expect(Object.keys(RULE_NAMES).sort()).toEqual([...codes].sort())
  expect(Object.keys(FLAG_SENTENCES).sort()).toEqual([...codes].sort())
})

test('the README explains every rule, in catalogue order, with its severity and how its source was checked', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const [, section = ''] = /\n## Rules\n([\s\S]*?)\n## /.exec(readme) ?? []
  const rows = [...section.matchAll(/^\| `([\w-]+)` \|.*\| ([a-z /]+) \| (.+) \|$/gm)]
  expect(rows.map(([, code]) => code)).toEqual(codes)
  RULES.forEach(({ severity, trust }, i) => {
    const [, , severities = '', source = ''] = rows[i] ?? []
    expect(severities.split(' / ')).toContain(severity)
    const isOwnBasis = source.startsWith('the line’s own') || source.startsWith("the line's own")
    expect(isOwnBasis || source.includes(`[${trust}]`)).toBe(true)
  })
})

test('every rule names its source', () => {
  for (const { source } of RULES) expect(source.length).toBeGreaterThan(10)
})
