import { AMOUNT_FIX_KINDS } from '../core/fixes/fix.ts'
import type { Money } from '../core/money.ts'
import { type Language, formatMoney } from '../core/number-format.ts'
import { RULE_CODES } from '../core/rules/rule-code.ts'
import { type Sentence, fillSentence } from '../core/template.ts'
import { nameRule } from '../core/wording.ts'
import { nameAmountFix } from '../core/wording-fixes.ts'
import { ENTRY_KINDS, type EntryKind } from './entry-edit.ts'
import { nameField } from './field-names.ts'
import type { HistoryKind, HistorySummary } from './plan-view.ts'

const SENTENCES: Readonly<Record<HistoryKind, Sentence>> = {
  created: {
    vi: 'Tạo sổ “{title}”, kỳ {from}–{to}',
    en: 'Created “{title}” for {from}–{to}',
  },
  'allocation-set': {
    vi: 'Bố trí {project} · {line} · {year}: {before} → {after} đồng',
    en: 'Allocated {project} · {line} · {year}: {before} → {after} đồng',
  },
  'cells-pasted': {
    vi: 'Dán {cells} ô vào {projects} dự án',
    en: 'Pasted {cells} cells into {projects} projects',
  },
  'cells-filled': {
    vi: 'Điền {cells} ô của {projects} dự án',
    en: 'Filled {cells} cells of {projects} projects',
  },
  'cells-cleared': {
    vi: 'Xóa {cells} ô của {projects} dự án',
    en: 'Cleared {cells} cells of {projects} projects',
  },
  'cells-spread': {
    vi: 'Chia tổng {after} đồng xuống {cells} ô của {projects} dự án',
    en: 'Spread a total of {after} đồng over {cells} cells of {projects} projects',
  },
  held: {
    vi: 'Giữ {places}',
    en: 'Held {places}',
  },
  released: {
    vi: 'Bỏ giữ {places}',
    en: 'Released {places}',
  },
  import: {
    vi: 'Nhập bảng: thêm {added}, cập nhật {updated}',
    en: 'Imported: {added} added, {updated} updated',
  },
  'entry-set': { vi: 'Sửa {entry} {code}: {fields}', en: 'Edited {entry} {code}: {fields}' },
  'entry-added': { vi: 'Thêm {entry} {code} “{name}”', en: 'Added {entry} {code} “{name}”' },
  'entry-removed': {
    vi: 'Xóa {entry} {code} “{name}”, {cells} ô với {amount} đồng',
    en: 'Removed {entry} {code} “{name}”, {cells} cells of {amount} đồng',
  },
  salvaged: {
    vi: 'Cứu {rows} dòng còn đọc được từ tệp hỏng “{name}”',
    en: 'Saved {rows} readable rows of the damaged file “{name}”',
  },
  fix: {
    vi: 'Sửa “{rule}” của {subject} năm {year}: {fix}, {amount} đồng',
    en: 'Mended “{rule}” of {subject} in {year}: {fix}, {amount} đồng',
  },
  'policy-set': { vi: 'Đổi chính sách: {changed}', en: 'Changed the policy: {changed}' },
  waived: {
    vi: 'Chấp nhận “{rule}” của {subject} năm {year}: {reason} ({by})',
    en: 'Accepted “{rule}” of {subject} in {year}: {reason} ({by})',
  },
  unwaived: {
    vi: 'Bỏ chấp nhận “{rule}” của {subject} năm {year}',
    en: 'Took back the acceptance of “{rule}” of {subject} in {year}',
  },
  undo: { vi: 'Hoàn tác: {what}', en: 'Undid: {what}' },
  redo: { vi: 'Làm lại: {what}', en: 'Redid: {what}' },
}

/** One line for a history entry; an undo or redo names the act it stepped over. */
export function describeHistory({ kind, detail }: HistorySummary, language: Language): string {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(detail)) {
    values[name] =
      typeof value === 'bigint' ? formatMoney(value as Money, 'dong', language) : String(value)
  }
  nameCodes(values, language)
  values['fields'] = nameFields(values, language)
  values['places'] = namePlaces(detail, language)
  const what = String(detail['what'])
  if ((kind === 'undo' || kind === 'redo') && isHistoryKind(what)) {
    values['what'] = fillSentence(SENTENCES[what][language], values)
  }
  return fillSentence(SENTENCES[kind][language], values)
}

/** Puts words in place of the rule and the fix an act names by code. */
function nameCodes(values: Record<string, string>, language: Language): void {
  const rule = RULE_CODES.find((code) => code === values['rule'])
  const fix = AMOUNT_FIX_KINDS.find((kind) => kind === values['fix'])
  if (rule) values['rule'] = nameRule(rule, language)
  if (fix) values['fix'] = nameAmountFix(fix, language)
  const entry = ENTRY_KINDS.find((kind) => kind === values['entry'])
  if (entry) values['entry'] = ENTRY_NAMES[entry][language]
}

const ENTRY_NAMES: Readonly<Record<EntryKind, Sentence>> = {
  project: { vi: 'dự án', en: 'project' },
  line: { vi: 'nguồn vốn', en: 'funding line' },
}

/** The fields an edit changed, each with what it says now where the edit kept that. */
function nameFields(values: Readonly<Record<string, string>>, language: Language): string {
  return Object.entries(values)
    .filter(([name]) => name.startsWith('field:'))
    .map(([name, text]) => {
      const field = nameField(name.slice('field:'.length))[language]
      return text === '' ? field : `${field} = ${text}`
    })
    .join('; ')
}

/** What a hold can be on, counted. */
const PLACES: Readonly<Record<string, Sentence>> = {
  cells: { vi: '{count} ô', en: 'cells: {count}' },
  rows: { vi: '{count} dòng', en: 'rows: {count}' },
  columns: { vi: '{count} cột', en: 'columns: {count}' },
  totals: { vi: '{count} tổng dự án', en: 'project totals: {count}' },
}

/** The places held or released, only those there are. */
function namePlaces(detail: HistorySummary['detail'], language: Language): string {
  return Object.entries(PLACES)
    .filter(([name]) => Number(detail[name] ?? 0) > 0)
    .map(([name, words]) => fillSentence(words[language], { count: String(detail[name]) }))
    .join(', ')
}

function isHistoryKind(text: string): text is HistoryKind {
  return Object.hasOwn(SENTENCES, text)
}
