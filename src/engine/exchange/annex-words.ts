import type { Unit } from '../../core/money.ts'
import type { ClosingWords } from './sheet-closing.ts'

/** Every word the annex and the flag table print, in one language. */
export interface AnnexWords {
  readonly subtitle: (year: number) => string
  readonly unit: Readonly<Record<Unit, string>>
  readonly unitNote: (unit: string) => string
  readonly year: string
  readonly ordinal: string
  readonly code: string
  readonly name: string
  readonly place: string
  readonly totalInvestment: string
  readonly need: string
  readonly allocated: string
  readonly shortfall: string
  readonly noProgramme: string
  readonly total: string
  readonly ceiling: string
  readonly reserve: string
  readonly remaining: string
  readonly longNumber: string
  readonly page: string
  readonly annual: (year: number) => string
  readonly noSector: string
  readonly list: string
  readonly listTitle: (from: number, to: number) => string
  readonly listItem: string
  readonly period: string
  readonly plannedCapital: string
  readonly whole: string
  readonly note: string
  readonly closing: ClosingWords
  /** Whose figures these are: the plan's content hash and when it was printed. */
  readonly stamp: (hash: string, time: string) => string
}

/** The annex in the two languages. */
export const ANNEX_WORDS: Readonly<Record<'vi' | 'en', AnnexWords>> = {
  vi: {
    subtitle: (year) => `Biểu phân bổ vốn năm ${year}`,
    unit: { dong: 'đồng', thousand: 'nghìn đồng', million: 'triệu đồng', billion: 'tỷ đồng' },
    unitNote: (unit) => `Đơn vị tính: ${unit}`,
    year: 'Năm',
    ordinal: 'STT',
    code: 'Mã dự án',
    name: 'Danh mục dự án',
    place: 'Địa điểm XD',
    totalInvestment: 'Tổng mức đầu tư',
    need: 'Nhu cầu vốn',
    allocated: 'Đã bố trí',
    shortfall: 'Còn thiếu',
    noProgramme: 'Nguồn khác',
    total: 'Tổng cộng',
    ceiling: 'Trần vốn',
    reserve: 'Dự phòng',
    remaining: 'Còn lại',
    page: 'Trang',
    annual: (year) => `Dự kiến kế hoạch đầu tư công năm ${year}`,
    noSector: 'Chưa phân ngành, lĩnh vực',
    list: 'Danh mục',
    listTitle: (from, to) => `Danh mục chương trình, dự án sử dụng vốn ${from}–${to}`,
    listItem: 'Chương trình, nguồn vốn, dự án',
    period: 'Thời gian KC-HT',
    plannedCapital: 'Kế hoạch vốn',
    whole: 'Tổng số',
    note: 'Ghi chú',
    closing: {
      place: '……, ngày …… tháng …… năm ……',
      preparer: 'NGƯỜI LẬP BIỂU',
      head: 'THỦ TRƯỞNG ĐƠN VỊ',
      sign: '(Ký, ghi rõ họ tên)',
    },
    stamp: (hash, time) => `Lồng Ghép · mã nội dung ${hash} · xuất lúc ${time}`,
    longNumber: 'Số có hơn 15 chữ số: Excel không giữ đúng được nên ghi dưới dạng chữ.',
  },
  en: {
    subtitle: (year) => `Allocation of capital, ${year}`,
    unit: {
      dong: 'đồng',
      thousand: 'thousand đồng',
      million: 'million đồng',
      billion: 'billion đồng',
    },
    unitNote: (unit) => `Unit: ${unit}`,
    year: 'Year',
    ordinal: 'No.',
    code: 'Project code',
    name: 'Project',
    place: 'Place',
    totalInvestment: 'Total investment',
    need: 'Need',
    allocated: 'Allocated',
    shortfall: 'Shortfall',
    noProgramme: 'Other sources',
    total: 'Total',
    ceiling: 'Ceiling',
    reserve: 'Reserve',
    remaining: 'Remaining',
    page: 'Page',
    annual: (year) => `Public investment plan, ${year}`,
    noSector: 'Without a sector',
    list: 'List',
    listTitle: (from, to) => `Programmes and projects using capital, ${from}–${to}`,
    listItem: 'Programme, funding line, project',
    period: 'Start – end',
    plannedCapital: 'Planned capital',
    whole: 'Total',
    note: 'Note',
    closing: {
      place: '……, day …… month …… year ……',
      preparer: 'PREPARED BY',
      head: 'HEAD OF THE UNIT',
      sign: '(Signature, full name)',
    },
    stamp: (hash, time) => `Lồng Ghép · content ${hash} · exported ${time}`,
    longNumber: 'More than 15 digits: Excel cannot hold this number, so it is written as text.',
  },
}
