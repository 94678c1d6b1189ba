import { findRule } from '../../core/rules/catalogue.ts'
import type { RuleCode, SubjectKind } from '../../core/rules/rule-code.ts'
import { type Waiver, type WaiverTarget, waiverKey } from '../../core/waiver.ts'
import type { Steps } from '../steps.ts'
import { RULE_WORDS, SUBJECT_WORDS } from './enum-words.ts'
import type { ImportDraft } from './import-draft.ts'
import { isSameEntry } from './is-same-entry.ts'
import { readPlanYear } from './read-plan-year.ts'
import { readReference } from './read-reference.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/

/** Accepts flags by rule, subject and year, each with reason, person, moment and how bad it was then. */
export function* importWaivers(draft: ImportDraft, reader: TableReader): Steps<void> {
  const rowOf = new Map<string, TableRow>()
  for (const [at, row] of reader.rows.entries()) {
    yield at / reader.rows.length
    const target = readTarget(draft, reader, row)
    const terms = readTerms(reader, row)
    if (!target || !terms) continue
    const key = waiverKey(target)
    const earlier = rowOf.get(key)
    rowOf.set(key, row)
    if (earlier) {
      reader.report(row, 'rule', { code: 'row-conflict', detail: { first: earlier.number } })
      continue
    }
    const before = draft.plan.waivers.get(key) ?? null
    const after: Waiver = { ...target, ...terms }
    draft.settle({ kind: 'waiver-set', target, before, after }, isSameEntry(before, after))
  }
}

function readTarget(draft: ImportDraft, reader: TableReader, row: TableRow): WaiverTarget | null {
  const rule = reader.word(row, 'rule', RULE_WORDS) ?? null
  const subject = reader.word(row, 'subject_kind', SUBJECT_WORDS) ?? null
  for (const key of ['rule', 'subject_kind'])
    if (reader.isBlank(row, key)) reader.reportMissing(row, key)
  if (rule === null || subject === null) return null
  const isOwn = findRule(rule).subject === subject
  if (!isOwn) {
    const expected = findRule(rule).subject
    reader.report(row, 'subject_kind', { code: 'value-unknown', detail: { expected } })
    return null
  }
  const id = readSubject(draft, reader, row, subject)
  const year = readYear(draft, reader, row, rule)
  return id === null || year === undefined ? null : { rule, subject, id, year }
}

function readSubject(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
  kind: SubjectKind,
): number | null {
  if (kind !== 'plan') {
    const entries = { project: draft.projects, line: draft.lines, task: draft.tasks }[kind]
    return readReference(reader, row, 'subject', (code) => entries.find(code)?.id, kind)
  }
  if (!reader.isBlank(row, 'subject')) reader.report(row, 'subject', { code: 'value-surplus' })
  return 0
}

/** The year of a rule judged each year, null of one judged over the period; undefined, with a problem, otherwise. */
function readYear(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
  rule: RuleCode,
): number | null | undefined {
  if (findRule(rule).isYearly) return readPlanYear(draft, reader, row) ?? undefined
  if (reader.isBlank(row, 'year')) return null
  reader.report(row, 'year', { code: 'value-surplus' })
  return undefined
}

function readTerms(reader: TableReader, row: TableRow) {
  const text = (key: string) => {
    if (reader.isBlank(row, key)) reader.reportMissing(row, key)
    return reader.text(row, key) ?? ''
  }
  const [reason, by, at, gauge] = [text('reason'), text('by'), text('at'), text('gauge')]
  const isMoment = MOMENT.test(at) && !Number.isNaN(Date.parse(at))
  const isGauge = /^-?\d{1,40}$/.test(gauge)
  if (at !== '' && !isMoment) reader.report(row, 'at', { code: 'time-invalid' })
  if (gauge !== '' && !isGauge) reader.report(row, 'gauge', { code: 'amount-invalid' })
  const isWhole = reason !== '' && by !== '' && isMoment && isGauge
  return isWhole ? { reason, by, at, gauge: BigInt(gauge) } : null
}
