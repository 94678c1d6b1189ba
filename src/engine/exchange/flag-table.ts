import type { Detail, DetailValue } from '../../core/error.ts'
import type { Flag } from '../../core/rules/rule.ts'
import type { Unit } from '../../core/money.ts'
import type { Language } from '../../core/number-format.ts'
import { describeFlag } from '../../core/wording.ts'
import { type OutCell, numberCell, textCell } from './out-sheet.ts'

const HEADER = [
  'severity',
  'code',
  'kind',
  'subject',
  'year',
  'message',
  'detail',
  'waived',
  'waiver_reason',
  'waived_by',
  'waived_at',
]

/** The flags as a table, header row first, with who accepted which, why and when; amounts of the detail in whole đồng. */
export function flagTable(flags: readonly Flag[], language: Language, unit: Unit): OutCell[][] {
  const rows = flags.map((flag): OutCell[] => [
    textCell(flag.severity),
    textCell(flag.code),
    textCell(flag.subject.kind),
    textCell(flag.subject.code),
    flag.year === null ? null : numberCell(String(flag.year), 'year'),
    textCell(describeFlag(flag, language, unit)),
    textCell(detailText(flag.detail)),
    textCell(flag.waiver ? 'yes' : 'no'),
    ...[flag.waiver?.reason, flag.waiver?.by, flag.waiver?.at].map((text) => textCell(text ?? '')),
  ])
  return [HEADER.map((key) => textCell(key)), ...rows]
}

function detailText(detail: Detail): string {
  return Object.entries(detail)
    .map(([key, value]) => `${key}=${valueText(value)}`)
    .join('; ')
}

function valueText(value: DetailValue): string {
  return Array.isArray(value) ? value.join(', ') : String(value)
}
