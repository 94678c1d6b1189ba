import { describe, expect, test } from 'vitest'
import type { Detail, ErrorCode } from '../../src/core/error.ts'
import { UNITS, money } from '../../src/core/money.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { RULES } from '../../src/core/rules/catalogue.ts'
import { checkPlan } from '../../src/core/rules/check-plan.ts'
import type { Flag } from '../../src/core/rules/rule.ts'
import { type RuleCode, SEVERITIES } from '../../src/core/rules/rule-code.ts'
import {
  UNIT_NAMES,
  describeAmount,
  describeError,
  describeFlag,
  nameRule,
  nameSeverity,
  nameTrust,
} from '../../src/core/wording.ts'
import { CONDITION_CLAUSES } from '../../src/core/wording-flags.ts'
import { buildFlawedPlan } from '../builders/flawed-plan.ts'
import { isSentence, isWords } from '../builders/sentences.ts'

const entry = { text: '1,5 xu' }
const held = { project: '7654321', line: 'NST', year: 2026 }
const workbook = { name: 'ke-hoach.lgw', path: '/home/lan/ke-hoach.lgw' }
const table = { file: 'du-an.xlsx' }

/** What each error carries where it is thrown. */
const ERROR_DETAILS: Record<ErrorCode, Detail> = {
  'amount-empty': { text: '' },
  'amount-invalid': entry,
  'amount-grouping': { text: '1.5', number: '1.5' },
  'amount-negative': { text: '-1' },
  'amount-not-whole': { text: '1,5' },
  'amount-too-large': { text: '9.999.999 tỷ' },
  'amount-division-by-zero': { text: '=1/0' },
  'amount-foreign-digits': { text: '１２' },
  'amount-variable-unknown': { ...entry, name: 'xu' },
  'amount-expression': { text: '=1+' },
  'field-unknown': { key: 'nam', expected: 'code | name' },
  'field-missing': {},
  'field-text': {},
  'field-year': { text: 'x', first: 2000, last: 2100 },
  'field-date': { text: '31/02/2025' },
  'field-choice': { text: 'D', expected: 'A, B, C' },
  'field-ratio': { text: 'CT1' },
  'programme-unknown': { code: 'CT9' },
  'programme-below': { code: 'CT1-A' },
  'code-taken': { code: '7654321', name: 'Trường Mô Rai' },
  'years-reversed': { start: 2027, end: 2026 },
  'reserve-above-ceiling': { year: 2026, reserve: 2n, ceiling: 1n },
  'entry-held': { code: '7654321', count: 2 },
  'change-conflict': { key: '1:2:2026' },
  'cell-held': held,
  'row-held': held,
  'column-held': held,
  'total-held': held,
  'cell-computed': { place: '7654321 · Nhu cầu' },
  'block-beyond': { rows: 2, columns: 0 },
  'spread-below-held': { total: 5n, held: 7n },
  'spread-nowhere': { total: 5n },
  'line-unknown': { code: 'NST' },
  'project-unknown': { code: '7654321' },
  'project-code-ambiguous': { code: '7654321' },
  'year-outside-plan': { year: 2031, from: 2026, to: 2030 },
  'nothing-to-undo': {},
  'nothing-to-redo': {},
  'workbook-not-found': workbook,
  'workbook-exists': workbook,
  'workbook-extension': { path: 'ke-hoach.xlsx' },
  'workbook-not-a-workbook': { name: workbook.name },
  'workbook-too-large': { name: workbook.name },
  'workbook-altered': { name: workbook.name },
  'workbook-no-trailer': { name: workbook.name },
  'workbook-damaged': { table: 'change_log' },
  'workbook-foreign-schema': { name: workbook.name },
  'workbook-too-new': { name: workbook.name, version: 3, supported: 1 },
  'workbook-locked': { name: workbook.name, owner: 'Lan' },
  'workbook-changed-outside': workbook,
  'workbook-check-stopped': { name: workbook.name },
  'workbook-limits': { name: workbook.name, table: 'projects', what: 'name' },
  'workbook-read-only': { name: workbook.name },
  'workbook-table-damaged': { name: workbook.name, table: 'projects' },
  'workbook-none-open': {},
  'history-altered': { seq: 3 },
  'history-differs': { table: 'allocations' },
  'generation-unknown': { name: workbook.name, generation: '20261124T080000000Z-ab12cd34' },
  'draft-unknown': { draft: '0b6f' },
  'nothing-to-salvage': { name: workbook.name },
  'save-failed': { ...workbook, reason: 'ENOSPC: no space left on device' },
  'edit-not-kept': { folder: '/tmp', reason: 'full' },
  'path-invalid': { path: '' },
  'mapping-invalid': { file: 'a.json', where: 'projects.columns' },
  'flag-not-raised': {
    rule: 'underfunded',
    year: 2026,
    subject: '7000001',
    flags: ['deadline-missing', 'underfunded 2027'],
  },
  'waiver-reason-missing': {},
  'waiver-unknown': { rule: 'underfunded', year: 2026 },
  'policy-key-unknown': { key: 'maxPrograms', expected: 'maxProgrammes' },
  'policy-value-invalid': { key: 'maxProgrammes', text: 'hai', expected: '0–999999' },
  'policy-reason-missing': {},
  'table-not-found': { ...table, path: '/home/lan/du-an.xlsx' },
  'table-sheet-unknown': { ...table, sheet: 'Bảng 3', sheets: ['Bảng 1', 'Bảng 2'] },
  'table-unreadable': { ...table, reason: 'doctype' },
  'table-unsupported': { ...table, format: 'xls' },
  'table-too-large': { ...table, reason: 'cells' },
  'export-format': { path: 'bang.pdf', extension: '.pdf' },
  'request-invalid': { method: 'plan.enterAmount' },
  'engine-stopped': {},
  'work-cancelled': {},
  usage: { message: '--year x', expected: '2000–2100' },
}

describe('errors', () => {
  test.each(Object.entries(ERROR_DETAILS) as [ErrorCode, Detail][])('%s', (code, detail) => {
    const [vi, en] = [describeError(code, detail, 'vi'), describeError(code, detail, 'en')]
    expect(vi).toSatisfy(isSentence)
    expect(en).toSatisfy(isSentence)
    expect(vi).not.toBe(en)
  })

  test('say what was typed and what to do', () => {
    const [code, detail] = ['amount-grouping', { text: '=1.5+1', number: '1.5' }] as const
    expect(describeError(code, detail, 'vi')).toContain('“1.5”')
    expect(describeError('workbook-damaged', { name: 'a.lgw' }, 'vi')).toBe(
      'Sổ kế hoạch “a.lgw” bị hỏng bên trong nên không dùng được. Lấy lại bản lưu trước.',
    )
    expect(describeError('path-invalid', { path: '' }, 'en')).toMatch(/^The file name cannot/)
  })

  test.each([
    'doctype',
    'part',
    'damaged',
    'compression',
    'numbers',
    'quotes',
    'encoding',
    'programmes',
    'lines',
    'projects',
    'allocations',
  ])('the reason %s of an unreadable table is in words', (reason) => {
    const detail = { file: 'a.xlsx', reason }
    const vi = describeError('table-unreadable', detail, 'vi')
    const en = describeError('table-unreadable', detail, 'en')
    expect(vi).not.toContain(`: ${reason}.`)
    expect(en).not.toContain(`: ${reason}.`)
    expect(vi).not.toBe(describeError('table-unreadable', { file: 'a.xlsx' }, 'vi'))
  })
})

/** One flag of each rule, raised by a real check. */
const flags = checkPlan(new PlanIndex(buildFlawedPlan().plan))

function flagOf(code: RuleCode): Flag {
  const flag = flags.find((of) => of.code === code)
  if (!flag) throw new Error(`the plan raises no ${code}`)
  return flag
}

describe('flags', () => {
  test.each(RULES.map(({ code }) => code))('%s', (code) => {
    const flag = flagOf(code)
    for (const unit of UNITS) {
      const [vi, en] = [describeFlag(flag, 'vi', unit), describeFlag(flag, 'en', unit)]
      expect(vi).toSatisfy(isSentence)
      expect(en).toSatisfy(isSentence)
      expect(vi).not.toBe(en)
    }
    expect(nameRule(code, 'vi')).toSatisfy(isWords)
    expect(nameRule(code, 'en')).toSatisfy(isWords)
    expect(nameRule(code, 'vi')).not.toBe(nameRule(code, 'en'))
  })

  test('name the shortfall, the need and the coverage', () => {
    const flag = flags.find(
      ({ code, subject }) => code === 'underfunded' && subject.code === '7.65',
    )
    if (!flag) throw new Error('the plan raises it')
    expect(describeFlag(flag, 'vi', 'dong')).toBe(
      'Thiếu 2.300.000.000 đồng so với nhu cầu 2026 là 12.500.000.000 đồng (đã bố trí 81,6 %).',
    )
    expect(describeFlag(flag, 'en', 'billion')).toBe(
      'Short of 2.3 billion đồng against the 2026 need of 12.5 billion đồng (81.6% allocated).',
    )
  })

  test.each(Object.keys(CONDITION_CLAUSES))('the condition %s is in words', (condition) => {
    const flag = flagOf('ineligible')
    const failing = { ...flag, detail: { ...flag.detail, condition } }
    for (const language of ['vi', 'en'] as const) {
      const sentence = describeFlag(failing, language, 'million')
      expect(sentence).toSatisfy(isSentence)
      expect(sentence).not.toMatch(new RegExp(`(dự án|project) ${condition}\\.`))
    }
  })
})

test('severities, sources and units have names in both languages', () => {
  for (const severity of SEVERITIES) {
    expect(nameSeverity(severity, 'vi')).not.toBe(nameSeverity(severity, 'en'))
  }
  expect(nameTrust('S', 'vi')).toBe('theo nguồn thứ cấp')
  expect(nameTrust('D', 'vi')).toBe('mặc định của phần mềm')
  expect(nameTrust('C', 'en')).toBe('read in the legal text')
  expect(Object.keys(UNIT_NAMES)).toEqual([...UNITS])
})

test('an amount is written with its unit', () => {
  expect(describeAmount(money(1_500_000_000), 'vi', 'billion')).toBe('1,5 tỷ đồng')
  expect(describeAmount(money(1_500_000_000), 'en', 'dong')).toBe('1,500,000,000 đồng')
})

test('a ceiling of which nothing is reserved is named without a reserve of 0', () => {
  const flag: Flag = {
    code: 'ceiling-exceeded',
    severity: 'error',
    subject: { kind: 'line', id: 1, code: 'NST' },
    year: 2026,
    detail: { ceiling: money(10), reserve: money(0), allocated: money(12), excess: money(2) },
    gauge: 2n,
    waiver: null,
  }
  expect(describeFlag(flag, 'vi', 'dong')).toBe(
    'Bố trí 12 đồng năm 2026, vượt 2 đồng so với trần 10 đồng.',
  )
  const reserved = { ...flag, detail: { ...flag.detail, reserve: money(1), excess: money(3) } }
  expect(describeFlag(reserved, 'vi', 'dong')).toContain('trừ dự phòng 1 đồng')
})
