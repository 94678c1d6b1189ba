import { nameColumn } from './column-names.ts'
import type { ImportField } from './tables.ts'
import { type Unit, parseMoneyText } from '../core/money.ts'
import { type Language, formatMoney } from '../core/number-format.ts'
import { RULE_CODES } from '../core/rules/rule-code.ts'
import { nameRule } from '../core/wording.ts'

const KINDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  plan: { vi: 'Thông tin kế hoạch', en: 'Plan' },
  policy: { vi: 'Ngưỡng và quy tắc', en: 'Policy' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  line: { vi: 'Nguồn vốn', en: 'Funding line' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  project: { vi: 'Dự án', en: 'Project' },
  allocation: { vi: 'Phân bổ', en: 'Allocation' },
  hold: { vi: 'Giữ', en: 'Hold' },
  waiver: { vi: 'Chấp nhận cảnh báo', en: 'Waiver' },
  settings: { vi: 'Thông tin chung và chính sách', en: 'Settings and policy' },
}

/** What no table has a column for. */
const OTHER_FIELDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  title: { vi: 'Tên kế hoạch', en: 'Title' },
  organisation: { vi: 'Đơn vị', en: 'Organisation' },
  from: { vi: 'Từ năm', en: 'From' },
  to: { vi: 'Đến năm', en: 'To' },
  kind: { vi: 'Loại', en: 'Kind' },
  reason: { vi: 'Lý do', en: 'Reason' },
  by: { vi: 'Người chấp nhận', en: 'By' },
  at: { vi: 'Lúc', en: 'At' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  subject: { vi: 'Về', en: 'About' },
  gauge: { vi: 'Mức khi chấp nhận', en: 'Gauge when accepted' },
}

const SCOPES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  cell: { vi: 'ô', en: 'cell' },
  row: { vi: 'cả dự án', en: 'whole project' },
  column: { vi: 'cả nguồn vốn', en: 'whole line' },
  total: { vi: 'tổng số', en: 'total' },
}

/** A setting of the policy keeps the name it is set by. */
const POLICY = 'policy.'

const AMOUNTS = /^(?:amount|ceiling|reserve|total_investment|funded_before|arrears|advance|need)$/

const UNIT_SIGNS: Readonly<Record<Unit, Readonly<Record<Language, string>>>> = {
  dong: { vi: 'đ', en: 'đ' },
  thousand: { vi: 'nghìn đ', en: 'thousand đ' },
  million: { vi: 'triệu đ', en: 'million đ' },
  billion: { vi: 'tỷ đ', en: 'billion đ' },
}

/** Names an entry as people do: `Phân bổ 7801003 · T-DAT · 2026`. */
export function nameEntry(id: string, language: Language): string {
  const [kind = '', ...parts] = id.split(':')
  const words = parts.flatMap((part, i) =>
    part === '' ? [] : [i === 0 ? nameFirst(kind, part, language) : part],
  )
  return `${KINDS[kind]?.[language] ?? kind} ${words.join(' · ')}`.trim()
}

/** The first part of an id is a code, but of a hold what it keeps and of a waiver the rule. */
function nameFirst(kind: string, part: string, language: Language): string {
  if (kind === 'hold') return SCOPES[part]?.[language] ?? part
  const rule = kind === 'waiver' ? RULE_CODES.find((code) => code === part) : undefined
  return rule ? nameRule(rule, language) : part
}

/** Says what happens to a field: its name, what it was and what it becomes; amounts exact, in the unit given. */
export function describeField(
  { field, before, after }: ImportField,
  language: Language,
  unit: Unit = 'dong',
): string {
  const { key, year } = columnOf(field)
  const show = (text: string) =>
    AMOUNTS.test(key) && text !== ''
      ? `${formatMoney(parseMoneyText(text), unit, language)} ${UNIT_SIGNS[unit][language]}`
      : text
  const name = [OTHER_FIELDS[key]?.[language] ?? nameColumn(key)[language], year]
    .filter((part) => part !== '')
    .join(' ')
  return before === ''
    ? `${name}: ${show(after)}`
    : `${name}: ${show(before)} → ${show(after) || '–'}`
}

/** `needs_2026` is the need of a year, `years_2026.ceiling` a line's ceiling, `isHeld` the column `hold`. */
function columnOf(field: string): { key: string; year: string } {
  if (field.startsWith(POLICY)) return { key: field.slice(POLICY.length), year: '' }
  const own = /^(needs|years)_(\d{4})(?:\.(\w+))?$/.exec(field)
  if (own) return { key: own[3] ?? 'need', year: own[2] ?? '' }
  const name = field
    .replace(/^eligibility\./, '')
    .replace('isHeld', 'hold')
    .replace('isBorder', 'border')
  return { key: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), year: '' }
}
