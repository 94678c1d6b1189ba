import type { Detail, DetailValue, ErrorCode } from './error.ts'
import { type Money, type Unit } from './money.ts'
import { type Language, formatMoney } from './number-format.ts'
import { percentIn } from './percent-text.ts'
import type { Flag } from './rules/rule.ts'
import type { RuleCode, Severity, Trust } from './rules/rule-code.ts'
import { type Sentence, fillSentence } from './template.ts'
import { ERROR_SENTENCES } from './wording-errors.ts'
import {
  AGAINST_CLAUSES,
  CAPITAL_CLAUSES,
  CEILING_WITHOUT_RESERVE,
  CONDITION_CLAUSES,
  FIGURE_CLAUSES,
  FLAG_SENTENCES,
  RULE_NAMES,
  SEVERITY_NAMES,
  TRUST_NAMES,
} from './wording-flags.ts'

/** Each unit as it follows an amount. */
export const UNIT_NAMES: Readonly<Record<Unit, Sentence>> = {
  dong: { vi: 'đồng', en: 'đồng' },
  thousand: { vi: 'nghìn đồng', en: 'thousand đồng' },
  million: { vi: 'triệu đồng', en: 'million đồng' },
  billion: { vi: 'tỷ đồng', en: 'billion đồng' },
}

/** The sentence for an error: what happened, where, what to do. */
export function describeError(code: ErrorCode, detail: Detail, language: Language): string {
  const values = Object.entries(detail).map(([name, value]) => [
    name,
    describeReason(name, value, language),
  ])
  return fillSentence(ERROR_SENTENCES[code][language], Object.fromEntries(values))
}

/** The sentence for a flag, with its amounts in the unit shown. */
export function describeFlag(
  flag: Pick<Flag, 'code' | 'detail' | 'year'>,
  language: Language,
  unit: Unit,
): string {
  const values: Record<string, string> = { year: String(flag.year ?? '') }
  for (const [name, value] of Object.entries(flag.detail)) {
    values[name] = describeDetail(name, value, language, unit)
  }
  const sentence =
    flag.detail['reserve'] === 0n ? CEILING_WITHOUT_RESERVE : FLAG_SENTENCES[flag.code]
  return fillSentence(sentence[language], values)
}

/** A rule's name. */
export function nameRule(code: RuleCode, language: Language): string {
  return RULE_NAMES[code][language]
}

/** A severity's name. */
export function nameSeverity(severity: Severity, language: Language): string {
  return SEVERITY_NAMES[severity][language]
}

/** How far a rule's source was checked. */
export function nameTrust(trust: Trust, language: Language): string {
  return TRUST_NAMES[trust][language]
}

/** An amount with its unit's name. */
export function describeAmount(amount: Money, language: Language, unit: Unit): string {
  return `${formatMoney(amount, unit, language)} ${UNIT_NAMES[unit][language]}`
}

/** Values that are words of the plan, not of a sentence. */
const CLAUSES: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  condition: CONDITION_CLAUSES,
  figure: FIGURE_CLAUSES,
  against: AGAINST_CLAUSES,
  lineCapital: CAPITAL_CLAUSES,
  projectCapital: CAPITAL_CLAUSES,
}

/** Values of a flag written as decimal percentages. */
export const PERCENTAGES: readonly string[] = [
  'coverage',
  'share',
  'expectedShare',
  'leastShare',
  'declared',
]

/** One named value of a flag as its sentence says it; a percentage comes without its sign. */
export function describeDetail(
  name: string,
  value: DetailValue,
  language: Language,
  unit: Unit,
): string {
  const text = describeValue(value, language, unit)
  if (PERCENTAGES.includes(name)) return percentIn(text, language)
  return CLAUSES[name]?.[text]?.[language] ?? text
}

function describeValue(value: DetailValue, language: Language, unit: Unit): string {
  if (typeof value === 'bigint') return describeAmount(value as Money, language, unit)
  return typeof value === 'object' ? value.join(', ') : String(value)
}

/** Technical reasons an exchange gives, in words. */
const REASONS: Readonly<Record<string, Sentence>> = {
  doctype: { vi: 'tệp có khai báo DOCTYPE bị cấm', en: 'it has a forbidden DOCTYPE' },
  part: { vi: 'tệp .xlsx thiếu một phần bên trong', en: 'a part of the .xlsx is missing' },
  damaged: { vi: 'tệp .xlsx bị hỏng', en: 'the .xlsx is damaged' },
  compression: {
    vi: 'tệp .xlsx đặt mật khẩu hoặc nén theo cách không đọc được',
    en: 'the .xlsx has a password or a compression that is not read',
  },
  numbers: {
    vi: 'có số ghi theo cách không đọc chắc được',
    en: 'it spells numbers in a way that is not sure',
  },
  quotes: { vi: 'dấu ngoặc kép không khép', en: 'a quotation mark is not closed' },
  encoding: {
    vi: 'không rõ bảng mã chữ Việt (đọc được UTF-8, UTF-16, Windows-1258, TCVN3, VNI)',
    en: 'its encoding is not clear (UTF-8, UTF-16, Windows-1258, TCVN3 and VNI are read)',
  },
  programmes: { vi: 'không tìm thấy bảng chương trình', en: 'no table of programmes was found' },
  lines: { vi: 'không tìm thấy bảng nguồn vốn', en: 'no table of funding lines was found' },
  projects: { vi: 'không tìm thấy bảng dự án', en: 'no table of projects was found' },
  allocations: { vi: 'không tìm thấy bảng phân bổ', en: 'no table of allocations was found' },
}

function describeReason(name: string, value: DetailValue, language: Language): string {
  const text = describeValue(value, language, 'dong')
  return name === 'reason' && Object.hasOwn(REASONS, text)
    ? (REASONS[text]?.[language] ?? text)
    : text
}
