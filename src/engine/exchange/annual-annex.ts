import { type FiscalYear, yearsOf } from '../../core/fiscal-year.ts'
import { type Money, ZERO, money } from '../../core/money.ts'
import type { PlanIndex } from '../../core/plan-index.ts'
import type { Project } from '../../core/project.ts'
import type { AnnexScope } from './annex.ts'
import { peopleSheet } from './people-sheet.ts'
import { type FigureGroup, type FigureRow } from './grouped-rows.ts'
import type { HeadingLabel } from './heading-block.ts'
import type { OutSheet } from './out-sheet.ts'
import { romanNumeral } from './roman-numeral.ts'

const TEXT_COLUMNS = 8
const AMOUNT_COLUMNS = 23
const WIDTHS = [6, 42, 12, 8, 18, 14, 12, 22]

/** The annual investment plan in the 32 columns ministries and provinces hand in; what the plan does not know stays blank. */
export function annualAnnex(index: PlanIndex, scope: AnnexScope): OutSheet {
  const { year, words } = scope
  const { title, organisation } = index.plan.settings
  return peopleSheet({
    name: `${year}`,
    titles: [title, [words.annual(year), organisation].filter(Boolean).join(' – ')],
    labels: labelsOf(year),
    groups: bySector(index, year, words.noSector),
    columns: { texts: TEXT_COLUMNS, amounts: AMOUNT_COLUMNS, notes: 1 },
    textWidths: WIDTHS,
    frozenColumns: 2,
    paper: 'a3',
    scope,
  })
}

function bySector(index: PlanIndex, year: FiscalYear, noSector: string): FigureGroup[] {
  const bySectorName = new Map<string, FigureRow[]>()
  for (const project of index.plan.projects.values()) {
    const title = project.sector || noSector
    const rows = bySectorName.get(title) ?? []
    rows.push(rowOf(index, project, year))
    bySectorName.set(title, rows)
  }
  return [...bySectorName].map(([title, rows], i) => ({
    ordinal: romanNumeral(i + 1),
    title: title.charAt(0).toUpperCase() + title.slice(1),
    groups: [],
    rows,
  }))
}

function rowOf(index: PlanIndex, project: Project, year: FiscalYear): FigureRow {
  const { id, name, code, group, place, startYear, endYear, decision, decisionDate } = project
  const years = yearsOf(index.plan.settings)
  const earlier = years.filter((one) => one < year)
  const central = (some: readonly FiscalYear[]) =>
    money(some.reduce((sum, one) => sum + centralOf(index, id, one), 0n))
  const all = (some: readonly FiscalYear[]) =>
    money(some.reduce((sum, one) => sum + index.allocatedToProject(id, one), 0n))
  const last = earlier.slice(-1)
  const isPreparation = project.stage === 'preparation'
  const known: Readonly<Record<number, Money>> = {
    8: project.totalInvestment,
    ...(last.length > 0 ? { 10: all(last), 11: central(last) } : {}),
    16: money(project.fundedBefore + all(earlier)),
    18: central(years),
    21: isPreparation ? central(years) : ZERO,
    22: central(earlier),
    25: isPreparation ? central(earlier) : ZERO,
    26: index.needOf(id, year),
    27: central([year]),
    30: isPreparation ? central([year]) : ZERO,
  }
  return {
    texts: [
      name,
      code,
      group,
      place,
      '',
      [startYear, endYear].filter((one) => one !== null).join('-'),
      [decision, decisionDate].filter((text) => text !== '').join(' ngày '),
    ],
    amounts: Array.from({ length: AMOUNT_COLUMNS }, (_, i) => known[TEXT_COLUMNS + i] ?? null),
  }
}

function centralOf(index: PlanIndex, project: number, year: FiscalYear): bigint {
  let sum = 0n
  for (const [line, amount] of index.amountsOf(project, year)) {
    if (index.plan.lines.get(line)?.source === 'central') sum += amount
  }
  return sum
}

const PARTS = ['Thu hồi các khoản vốn ứng trước', 'Thanh toán nợ XDCB', 'Chuẩn bị đầu tư'] as const
const ALL = 'Tổng số (tất cả các nguồn vốn)'
const CENTRAL = 'Trong đó: NSTW'

/** The labels of the form, as it is handed in; Vietnamese, whatever the language of the screen. */
function labelsOf(year: FiscalYear): HeadingLabel[] {
  const single = [
    'STT',
    'Danh mục dự án',
    'Mã dự án',
    'Nhóm dự án',
    'Địa điểm XD',
    'Năng lực thiết kế',
    'Thời gian KC-HT',
  ]
  const parts = (left: number) =>
    PARTS.map((label, i): HeadingLabel => [4, 4, left + i, left + i, label])
  const pair = (left: number): HeadingLabel[] => [
    [2, 4, left, left, ALL],
    [2, 4, left + 1, left + 1, CENTRAL],
  ]
  const block = (left: number): HeadingLabel[] => [
    [3, 4, left, left, 'Tổng số'],
    [3, 3, left + 1, left + 3, 'Trong đó'],
    ...parts(left + 1),
  ]
  return [
    ...single.map((label, i): HeadingLabel => [0, 4, i, i, label]),
    [0, 0, 7, 9, 'Quyết định đầu tư'],
    [1, 4, 7, 7, 'Số quyết định ngày, tháng, năm ban hành'],
    [1, 1, 8, 9, 'TMĐT'],
    ...pair(8),
    [0, 0, 10, 15, `Năm ${year - 1}`],
    [1, 1, 10, 11, 'Kế hoạch'],
    ...pair(10),
    [1, 1, 12, 13, 'Ước giải ngân từ 1/1 đến 30/9'],
    ...pair(12),
    [1, 1, 14, 15, 'Ước giải ngân từ 1/1 đến 31/12'],
    ...pair(14),
    [0, 1, 16, 17, `Đã bố trí đến hết KH năm ${year - 1}`],
    ...pair(16),
    [0, 1, 18, 25, 'KH đầu tư trung hạn vốn NSTW'],
    [2, 2, 18, 21, 'Cả giai đoạn'],
    ...block(18),
    [2, 2, 22, 25, `Trong đó: đã giao kế hoạch đến năm ${year - 1}`],
    ...block(22),
    [0, 1, 26, 30, `Nhu cầu kế hoạch năm ${year}`],
    [2, 4, 26, 26, ALL],
    [2, 2, 27, 30, CENTRAL],
    ...block(27),
    [0, 4, 31, 31, 'Ghi chú'],
  ]
}
