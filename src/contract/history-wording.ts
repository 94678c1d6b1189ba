import type { Money } from '../core/money.ts'
import { type Language, formatMoney } from '../core/number-format.ts'
import { type Sentence, fillSentence } from '../core/template.ts'
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
    vi: 'Giữ {cells} ô, {rows} dòng, {columns} cột, {totals} tổng dự án',
    en: 'Held {cells} cells, {rows} rows, {columns} columns, {totals} project totals',
  },
  released: {
    vi: 'Bỏ giữ {cells} ô, {rows} dòng, {columns} cột, {totals} tổng dự án',
    en: 'Released {cells} cells, {rows} rows, {columns} columns, {totals} project totals',
  },
  import: {
    vi: 'Nhập bảng: thêm {added}, cập nhật {updated}',
    en: 'Imported: {added} added, {updated} updated',
  },
  salvaged: {
    vi: 'Cứu {rows} dòng còn đọc được từ tệp hỏng “{name}”',
    en: 'Saved {rows} readable rows of the damaged file “{name}”',
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
  const what = String(detail['what'])
  if ((kind === 'undo' || kind === 'redo') && isHistoryKind(what)) {
    values['what'] = fillSentence(SENTENCES[what][language], values)
  }
  return fillSentence(SENTENCES[kind][language], values)
}

function isHistoryKind(text: string): text is HistoryKind {
  return Object.hasOwn(SENTENCES, text)
}
