import { AMOUNT_FIX_KINDS } from '../core/fixes/fix.ts'
import type { Money } from '../core/money.ts'
import { type Language, formatMoney } from '../core/number-format.ts'
import { RULE_CODES } from '../core/rules/rule-code.ts'
import { type Sentence, fillSentence } from '../core/template.ts'
import { nameRule } from '../core/wording.ts'
import { nameAmountFix } from '../core/wording-fixes.ts'
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
  import: {
    vi: 'Nhập bảng: thêm {added}, cập nhật {updated}',
    en: 'Imported: {added} added, {updated} updated',
  },
  fix: {
    vi: 'Sửa “{rule}” của {subject} năm {year}: {fix}, {amount} đồng',
    en: 'Mended “{rule}” of {subject} in {year}: {fix}, {amount} đồng',
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
}

function isHistoryKind(text: string): text is HistoryKind {
  return Object.hasOwn(SENTENCES, text)
}
