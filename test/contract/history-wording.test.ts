import { expect, test } from 'vitest'
import { describeHistory } from '../../src/contract/history-wording.ts'
import type { HistoryKind, HistorySummary } from '../../src/contract/plan-view.ts'
import { isWords } from '../builders/sentences.ts'

const allocation = {
  project: '7654321',
  line: 'NST',
  year: 2026,
  before: 0n,
  after: 1_500_000_000n,
}

const block = { cells: 24, projects: 3, before: 0n, after: 2_000_000n }
const places = { cells: 2, rows: 1, columns: 0, totals: 0 }
const mended = {
  rule: 'underfunded',
  subject: '7654321',
  year: 2026,
  fix: 'fund-shortfall',
  amount: 2_300_000_000n,
}

const edited = {
  entry: 'project',
  code: '7654321',
  name: 'Trường Mô Rai',
  'field:end_year': '2028',
  'field:need_2026': 1_500_000_000n,
  'field:stage': '',
}

/** What each act carries in the change log. */
const DETAILS: Record<HistoryKind, HistorySummary['detail']> = {
  created: { title: 'Kế hoạch', from: 2026, to: 2030 },
  'allocation-set': allocation,
  'cells-pasted': block,
  'cells-filled': block,
  'cells-cleared': block,
  'cells-spread': block,
  held: places,
  released: places,
  import: { added: 3, updated: 0 },
  'entry-set': edited,
  'entry-added': { entry: 'line', code: 'NST', name: 'Ngân sách tỉnh' },
  'entry-removed': { entry: 'line', code: 'NST', name: 'Ngân sách tỉnh', cells: 2, amount: 5n },
  salvaged: { name: 'ke-hoach.lgw', rows: 12 },
  fix: mended,
  'policy-set': { changed: 'maxProgrammes = 3' },
  waived: {
    rule: 'underfunded',
    subject: '7654321',
    year: 2026,
    reason: 'chờ giao vốn',
    by: 'Lan',
  },
  unwaived: { rule: 'underfunded', subject: '7654321', year: 2026 },
  undo: { ...allocation, of: 4, what: 'allocation-set' },
  redo: { added: 3, updated: 0, of: 4, what: 'import' },
}

test.each(Object.entries(DETAILS) as [HistoryKind, HistorySummary['detail']][])(
  '%s',
  (kind, detail) => {
    const [vi, en] = [
      describeHistory({ kind, detail }, 'vi'),
      describeHistory({ kind, detail }, 'en'),
    ]
    expect(vi).toSatisfy(isWords)
    expect(en).toSatisfy(isWords)
    expect(vi).not.toBe(en)
  },
)

test('an allocation names its cell and both amounts, exactly', () => {
  const summary = { kind: 'allocation-set', detail: allocation } as const
  expect(describeHistory(summary, 'vi')).toBe('Bố trí 7654321 · NST · 2026: 0 → 1.500.000.000 đồng')
})

test('an undo names the act it stepped over', () => {
  expect(describeHistory({ kind: 'undo', detail: DETAILS.undo }, 'en')).toBe(
    'Undid: Allocated 7654321 · NST · 2026: 0 → 1,500,000,000 đồng',
  )
})

test('a paste says how many cells of how many projects it changed', () => {
  expect(describeHistory({ kind: 'cells-pasted', detail: block }, 'vi')).toBe(
    'Dán 24 ô vào 3 dự án',
  )
})

test('a fix names the flag it mended, what it did and the amount; undoing it does too', () => {
  const said =
    'Sửa “Bố trí thiếu so với nhu cầu” của 7654321 năm 2026: Bố trí thêm từ các nguồn còn vốn, 2.300.000.000 đồng'
  expect(describeHistory({ kind: 'fix', detail: mended }, 'vi')).toBe(said)
  const undone = { kind: 'undo', detail: { ...mended, of: 4, what: 'fix' } } as const
  expect(describeHistory(undone, 'vi')).toBe(`Hoàn tác: ${said}`)
})

test('a hold names only what it was put on', () => {
  expect(describeHistory({ kind: 'held', detail: places }, 'vi')).toBe('Giữ 2 ô, 1 dòng')
  const released = { ...places, cells: 0, rows: 0, totals: 1 }
  expect(describeHistory({ kind: 'released', detail: released }, 'vi')).toBe('Bỏ giữ 1 tổng dự án')
})

test('an edit of fields names the entry and each field with what it says now', () => {
  expect(describeHistory({ kind: 'entry-set', detail: edited }, 'vi')).toBe(
    'Sửa dự án 7654321: Năm hoàn thành = 2028; Nhu cầu 2026 = 1.500.000.000; Giai đoạn',
  )
  expect(describeHistory({ kind: 'entry-removed', detail: DETAILS['entry-removed'] }, 'en')).toBe(
    'Removed funding line NST “Ngân sách tỉnh”, 2 cells of 5 đồng',
  )
})
