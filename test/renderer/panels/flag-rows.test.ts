import { expect, test } from 'vitest'
import type { Flag } from '../../../src/core/rules/rule.ts'
import type { RuleCode, Severity } from '../../../src/core/rules/rule-code.ts'
import { flagRows, ruleKey } from '../../../src/renderer/panels/flag-rows.ts'

const flag = (
  code: RuleCode,
  severity: Severity,
  subject: string,
  year: number | null = 2026,
): Flag => ({
  code,
  severity,
  subject: { kind: 'project', id: 1, code: subject },
  year,
  detail: {},
  gauge: 1n,
  waiver: null,
})

const FLAGS = [
  flag('deadline-missing', 'warning', '7000002', null),
  flag('underfunded', 'warning', '7000002'),
  flag('underfunded', 'error', '7000003'),
  flag('underfunded', 'warning', '7000001', 2027),
  flag('underfunded', 'warning', '7000001', 2026),
]

const NONE: ReadonlySet<string> = new Set()

const print = (rows: ReturnType<typeof flagRows>) =>
  rows.map((row) =>
    row.kind === 'rule'
      ? `${row.severity} ${row.rule.code} ${row.count}`
      : row.kind === 'basis'
        ? 'basis'
        : `${row.flag.subject.code} ${row.flag.year}`,
  )

test('lists flags by severity, then rule, then project and year', () => {
  expect(print(flagRows(FLAGS, NONE, NONE))).toEqual([
    'error underfunded 1',
    '7000003 2026',
    'warning underfunded 3',
    '7000001 2026',
    '7000001 2027',
    '7000002 2026',
    'warning deadline-missing 1',
    '7000002 null',
  ])
})

test('shows the basis of an opened rule and hides the flags of a closed one', () => {
  const key = ruleKey('warning', 'underfunded')
  const rows = print(flagRows(FLAGS, new Set([key]), new Set([key])))
  expect(rows.slice(2, 5)).toEqual(['warning underfunded 3', 'basis', 'warning deadline-missing 1'])
})
