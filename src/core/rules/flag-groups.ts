import type { FiscalYear } from '../fiscal-year.ts'
import type { CurrentFlags } from './current-flags.ts'
import type { Flag } from './rule.ts'
import { RULE_CODES, type RuleCode, SEVERITIES, type Severity } from './rule-code.ts'

/** The flags of one rule at one severity, open or waived, as the flags list is headed. */
export interface FlagGroup {
  readonly code: RuleCode
  readonly severity: Severity
  readonly isWaived: boolean
  readonly count: number
}

/** Which stretch of a group's flags, by subject code and year; year null takes every year. */
export interface FlagStretch extends Omit<FlagGroup, 'count'> {
  readonly year: FiscalYear | null
  readonly from: number
  readonly count: number
}

/** Counts the flags of a year and of the whole period, or of all years, by rule and severity: open ones first, gravest first. */
export function groupFlags(flags: CurrentFlags, year: FiscalYear | null): FlagGroup[] {
  const counts = new Map<string, number>()
  const add = (group: Omit<FlagGroup, 'count'>, count: number) => {
    counts.set(groupKey(group), (counts.get(groupKey(group)) ?? 0) + count)
  }
  for (const active of flags.marked.active) {
    const { code } = active.rule
    for (const [slot, offset] of flags.marked.placesOf(active, year)) {
      const row = active.rowOf(slot, offset)
      const severity = active.marks.severityAt(row)
      add({ code, severity, isWaived: false }, active.marks.countAt(row))
    }
  }
  for (const { code, severity, year: of } of flags.waived()) {
    if (year !== null && of !== null && of !== year) continue
    add({ code, severity, isWaived: false }, -1)
    add({ code, severity, isWaived: true }, 1)
  }
  return [false, true].flatMap((isWaived) =>
    SEVERITIES.flatMap((severity) =>
      RULE_CODES.flatMap((code): FlagGroup[] => {
        const count = counts.get(groupKey({ code, severity, isWaived })) ?? 0
        return count > 0 ? [{ code, severity, isWaived, count }] : []
      }),
    ),
  )
}

/** A stretch of one group's flags; those before it are counted, not described. */
export function pageFlags(flags: CurrentFlags, stretch: FlagStretch): Flag[] {
  const active = flags.marked.find(stretch.code)
  if (!active) return []
  const page: Flag[] = []
  let skip = stretch.from
  for (const [slot, offset] of flags.marked.placesOf(active, stretch.year)) {
    const row = active.rowOf(slot, offset)
    if (active.marks.severityAt(row) !== stretch.severity) continue
    if (flags.isWaived(active, slot, offset) !== stretch.isWaived) continue
    const count = active.marks.countAt(row)
    if (count > skip) {
      const found = flags.describe(active, slot, offset)
      page.push(...found.slice(skip, skip + stretch.count - page.length))
    }
    if (page.length === stretch.count) return page
    skip = Math.max(0, skip - count)
  }
  return page
}

function groupKey({ code, severity, isWaived }: Omit<FlagGroup, 'count'>): string {
  return `${isWaived}:${severity}:${code}`
}
