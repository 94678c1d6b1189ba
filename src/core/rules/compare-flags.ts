import { compareText } from '../compare-text.ts'
import { RULE_CODES, SEVERITIES } from './rule-code.ts'
import type { Flag } from './rule.ts'

const RULE_ORDER = new Map(RULE_CODES.map((code, order) => [code, order]))

/** Orders flags: gravest first, then as the catalogue lists the rules, then by code and year. */
export function compareFlags(a: Flag, b: Flag): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (RULE_ORDER.get(a.code) ?? 0) - (RULE_ORDER.get(b.code) ?? 0) ||
    compareText(a.subject.code, b.subject.code) ||
    a.subject.id - b.subject.id ||
    (a.year ?? 0) - (b.year ?? 0)
  )
}
