import type { AmountFixKind, Fix, MissingField } from './fixes/fix.ts'
import type { Language } from './number-format.ts'
import type { Sentence } from './template.ts'

const AMOUNT_FIXES: Readonly<Record<AmountFixKind, Sentence>> = {
  'fund-shortfall': {
    vi: 'Bố trí thêm từ các nguồn còn vốn',
    en: 'Fund from the lines with money left',
  },
  'reduce-to-ceiling': { vi: 'Giảm về trần theo tỷ lệ', en: 'Cut pro rata to the ceiling' },
  'merge-fragment': {
    vi: 'Dồn vào nguồn lớn nhất của dự án',
    en: 'Move to the project’s largest line',
  },
}

const FIELD_FIXES: Readonly<Record<MissingField, Sentence>> = {
  code: { vi: 'Nhập mã dự án đúng', en: 'Enter the right project code' },
  decision: { vi: 'Điền số quyết định đầu tư', en: 'Enter the decision number' },
  decisionDate: { vi: 'Điền ngày quyết định đầu tư', en: 'Enter the decision date' },
  endYear: { vi: 'Điền năm hoàn thành', en: 'Enter the completion year' },
  exception: {
    vi: 'Ghi số quyết định cho kéo dài thời gian bố trí vốn',
    en: 'Enter the decision that allows more years',
  },
  ratios: {
    vi: 'Khai tỷ lệ đóng góp của từng chương trình',
    en: 'Declare what each programme contributes',
  },
}

/** What a fix does, in words for a button. */
export function nameFix(fix: Fix, language: Language): string {
  return fix.kind === 'set-field'
    ? FIELD_FIXES[fix.field][language]
    : nameAmountFix(fix.kind, language)
}

/** What a change of amounts did, in words for a line of the history. */
export function nameAmountFix(kind: AmountFixKind, language: Language): string {
  return AMOUNT_FIXES[kind][language]
}
