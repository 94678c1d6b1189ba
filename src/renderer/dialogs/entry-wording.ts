import { nameColumn } from '../../contract/column-names.ts'
import type { ImportField } from '../../contract/tables.ts'
import { parseMoneyText } from '../../core/money.ts'
import { type Language, formatMoney } from '../../core/number-format.ts'

const KINDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  programme: { vi: 'Chương trình', en: 'Programme' },
  line: { vi: 'Nguồn vốn', en: 'Funding line' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  project: { vi: 'Dự án', en: 'Project' },
  allocation: { vi: 'Phân bổ', en: 'Allocation' },
}

const AMOUNTS = /^(?:amount|ceiling|reserve|total_investment|funded_before|arrears|advance|need)$/

/** Names an entry as people do: `Phân bổ 7801003 · T-DAT · 2026`. */
export function nameEntry(id: string, language: Language): string {
  const [kind = '', ...codes] = id.split(':')
  return `${KINDS[kind]?.[language] ?? kind} ${codes.join(' · ')}`
}

/** Says what happens to a field: its name, what it was and what it becomes; amounts in đồng. */
export function describeField({ field, before, after }: ImportField, language: Language): string {
  const { key, year } = columnOf(field)
  const show = (text: string) =>
    AMOUNTS.test(key) && text !== ''
      ? `${formatMoney(parseMoneyText(text), 'dong', language)} đ`
      : text
  const name = [nameColumn(key)[language], year].filter((part) => part !== '').join(' ')
  return before === ''
    ? `${name}: ${show(after)}`
    : `${name}: ${show(before)} → ${show(after) || '–'}`
}

/** `needs_2026` is the need of a year, `years_2026.ceiling` a line's ceiling, `isHeld` the column `hold`. */
function columnOf(field: string): { key: string; year: string } {
  const own = /^(needs|years)_(\d{4})(?:\.(\w+))?$/.exec(field)
  if (own) return { key: own[3] ?? 'need', year: own[2] ?? '' }
  const name = field
    .replace(/^eligibility\./, '')
    .replace('isHeld', 'hold')
    .replace('isBorder', 'border')
  return { key: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), year: '' }
}
