import type { DetailValue } from './error.ts'
import type { Unit } from './money.ts'
import type { Language } from './number-format.ts'
import type { Flag } from './rules/rule.ts'
import type { RuleCode } from './rules/rule-code.ts'
import type { Sentence } from './template.ts'
import { PERCENTAGES, describeDetail } from './wording.ts'

/** A figure behind a flag as a person reads it. */
export interface FigureWords {
  readonly name: string
  readonly text: string
}

/** What each named value of a flag is called. */
const DETAIL_NAMES: Readonly<Record<string, Sentence>> = {
  actual: { vi: 'Hiện có', en: 'Actual' },
  against: { vi: 'Số đem so sánh', en: 'Figure compared' },
  allocated: { vi: 'Đã bố trí', en: 'Allocated' },
  allowed: { vi: 'Số năm cho phép', en: 'Years allowed' },
  amount: { vi: 'Số tiền bố trí', en: 'Amount given' },
  arrears: { vi: 'Nợ đọng', en: 'Arrears' },
  average: { vi: 'Bình quân một dự án', en: 'Average per project' },
  ceiling: { vi: 'Trần vốn', en: 'Ceiling' },
  central: { vi: 'Vốn trung ương', en: 'Central money' },
  code: { vi: 'Mã dự án', en: 'Project code' },
  compared: { vi: 'So với', en: 'Compared with' },
  condition: { vi: 'Điều kiện không đạt', en: 'Condition failed' },
  coverage: { vi: 'Tỷ lệ bố trí', en: 'Coverage' },
  decision: { vi: 'Số quyết định', en: 'Decision number' },
  decisionDate: { vi: 'Ngày quyết định', en: 'Decision date' },
  declared: { vi: 'Tỷ lệ đã khai', en: 'Declared' },
  earlier: { vi: 'Dự án ưu tiên hơn còn thiếu', en: 'Projects of higher priority still short' },
  elapsed: { vi: 'Số năm đã qua', en: 'Years gone' },
  excess: { vi: 'Phần vượt', en: 'Excess' },
  expected: { vi: 'Mức phải đạt theo tiến độ', en: 'Expected by then' },
  expectedShare: { vi: 'Tỷ lệ phải đạt', en: 'Expected share' },
  figure: { vi: 'Mục nghi sai', en: 'Which figure' },
  free: { vi: 'Còn lại ở các nguồn được phép', en: 'Left in the lines that may pay' },
  funded: { vi: 'Đã và sẽ bố trí', en: 'Funding before and in the plan' },
  inYear: { vi: 'Năm', en: 'Year' },
  later: { vi: 'Dự án được bố trí', en: 'Project paid' },
  least: { vi: 'Mức tối thiểu', en: 'Least amount' },
  leastShare: { vi: 'Tỷ lệ tối thiểu', en: 'Least share' },
  limit: { vi: 'Mức tối đa', en: 'Limit' },
  line: { vi: 'Nguồn vốn', en: 'Funding line' },
  lineCapital: { vi: 'Tính chất nguồn vốn', en: 'Capital of the line' },
  lines: { vi: 'Các nguồn vốn', en: 'Funding lines' },
  need: { vi: 'Nhu cầu', en: 'Need' },
  places: { vi: 'Các xã', en: 'Communes' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  programmeCodes: { vi: 'Các chương trình', en: 'Programmes' },
  programmes: { vi: 'Số chương trình', en: 'Number of programmes' },
  projectCapital: { vi: 'Tính chất vốn của dự án', en: 'Capital the project takes' },
  projectCodes: { vi: 'Các dự án', en: 'Projects' },
  projects: { vi: 'Số dự án', en: 'Number of projects' },
  remaining: { vi: 'Còn cần để hoàn thành', en: 'Needed to complete' },
  required: { vi: 'Mức cần có', en: 'Required' },
  reserve: { vi: 'Dự phòng', en: 'Reserve' },
  share: { vi: 'Tỷ lệ trong vốn của năm', en: 'Share of the year’s money' },
  shortfall: { vi: 'Còn thiếu', en: 'Shortfall' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  totalInvestment: { vi: 'Tổng mức đầu tư', en: 'Total investment' },
  uses: { vi: 'Số dự án dùng mã', en: 'Projects using the code' },
  validUntil: { vi: 'Được dùng đến hết năm', en: 'May be spent until' },
  value: { vi: 'Số nghi sai', en: 'Figure in doubt' },
  years: { vi: 'Năm bố trí vốn thứ', en: 'Year of funding' },
}

/** Where a rule means something narrower by a name. */
const RULE_DETAIL_NAMES: Readonly<Partial<Record<RuleCode, Readonly<Record<string, Sentence>>>>> = {
  'behind-schedule': {
    funded: { vi: 'Đã bố trí đến hết năm', en: 'Funded by the end of the year' },
    share: { vi: 'Tỷ lệ đã bố trí', en: 'Share funded' },
  },
  'arrears-outstanding': {
    projects: { vi: 'Số dự án còn nợ đọng', en: 'Projects with arrears' },
    projectCodes: { vi: 'Các dự án còn nợ đọng', en: 'Which projects have arrears' },
  },
  'counterpart-short': {
    actual: { vi: 'Vốn địa phương đã bố trí', en: 'Local money' },
    required: { vi: 'Vốn đối ứng cần có', en: 'Counterpart required' },
  },
  'reserve-missing': {
    actual: { vi: 'Dự phòng hiện có', en: 'Reserve held' },
    ceiling: { vi: 'Trần vốn đầu tư trung ương', en: 'Ceilings of central development money' },
    required: { vi: 'Dự phòng cần có', en: 'Reserve required' },
  },
}

/** The name of a value a rule's flags carry; the value's own name where it has none. */
export function nameDetail(code: RuleCode, name: string, language: Language): string {
  const sentence = RULE_DETAIL_NAMES[code]?.[name] ?? DETAIL_NAMES[name]
  return sentence?.[language] ?? name
}

/** The figures behind a flag as a small table, with amounts in the unit shown. */
export function describeFigures(
  flag: Pick<Flag, 'code' | 'detail'>,
  language: Language,
  unit: Unit,
): FigureWords[] {
  return Object.entries(flag.detail).map(([name, value]) => ({
    name: nameDetail(flag.code, name, language),
    text: describeFigure(name, value, language, unit),
  }))
}

function describeFigure(name: string, value: DetailValue, language: Language, unit: Unit): string {
  const text = describeDetail(name, value, language, unit)
  if (text === '') return '–'
  if (!PERCENTAGES.includes(name)) return text
  return language === 'vi' ? `${text} %` : `${text}%`
}
