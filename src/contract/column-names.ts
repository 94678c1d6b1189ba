import type { Sentence } from '../core/template.ts'
import type { TableKind } from './tables.ts'

/** What people call each column of the plain tables; the key itself is its English name. */
const NAMES: Readonly<Record<string, string>> = {
  code: 'Mã',
  name: 'Tên',
  kind: 'Loại',
  parent: 'Chương trình cấp trên',
  programme: 'Chương trình',
  source: 'Nguồn',
  capital_type: 'Loại vốn',
  year: 'Năm',
  ceiling: 'Trần vốn',
  reserve: 'Dự phòng',
  valid_until: 'Giải ngân đến năm',
  sectors: 'Lĩnh vực được chi',
  places: 'Địa bàn được chi',
  groups: 'Nhóm dự án được chi',
  border_only: 'Chỉ xã biên giới',
  budget_codes: 'Mã ngân sách',
  basis: 'Căn cứ',
  place: 'Địa điểm',
  border: 'Xã biên giới',
  sector: 'Lĩnh vực',
  task: 'Nhiệm vụ',
  group: 'Nhóm dự án',
  stage: 'Giai đoạn',
  owner: 'Chủ đầu tư',
  start_year: 'Năm khởi công',
  end_year: 'Năm hoàn thành',
  period: 'Thời gian khởi công – hoàn thành',
  need: 'Nhu cầu',
  total_investment: 'Tổng mức đầu tư',
  funded_before: 'Lũy kế vốn đã bố trí',
  arrears: 'Nợ xây dựng cơ bản',
  advance: 'Vốn ứng trước',
  decision: 'Quyết định',
  decision_date: 'Ngày quyết định',
  exception: 'Quyết định kéo dài',
  project: 'Mã dự án',
  line: 'Mã nguồn vốn',
  amount: 'Số tiền',
  note: 'Ghi chú',
  hold: 'Giữ',
  ordinal: 'STT',
  total: 'Tổng số đã bố trí',
}

/** The name of a column in both languages; a key we have no name for stands for itself. */
export function nameColumn(key: string): Sentence {
  const need = /^need_(\d{4})$/.exec(key)
  if (need) return { vi: `Nhu cầu ${need[1]}`, en: key }
  const line = /^line:(.*):(\d{4})$/.exec(key)
  if (line) return { vi: `Nguồn ${line[1]} năm ${line[2]}`, en: `line ${line[1]} ${line[2]}` }
  return { vi: NAMES[key] ?? key, en: key }
}

/** The columns a person may map in each table; needs per year and money per line come on top of them. */
export const COLUMN_KEYS: Readonly<Record<TableKind, readonly string[]>> = {
  programmes: ['code', 'name', 'kind', 'parent'],
  lines: [
    'code',
    'name',
    'programme',
    'source',
    'capital_type',
    'year',
    'ceiling',
    'reserve',
    'valid_until',
    'sectors',
    'places',
    'groups',
    'border_only',
    'budget_codes',
    'basis',
  ],
  projects: [
    'code',
    'name',
    'place',
    'border',
    'sector',
    'task',
    'group',
    'stage',
    'capital_type',
    'owner',
    'period',
    'start_year',
    'end_year',
    'total_investment',
    'funded_before',
    'arrears',
    'advance',
    'decision',
    'decision_date',
    'exception',
  ],
  allocations: ['project', 'line', 'year', 'amount', 'note', 'hold'],
}
