import type { FiscalYear } from '../fiscal-year.ts'
import type { PlanIndex } from '../plan-index.ts'
import { CurrentFlags, type FlagCounts } from './current-flags.ts'
import { noCounts } from './flag-marks.ts'
import type { Flag } from './rule.ts'

/** Every flag the plan raises, gravest first, waived ones with them. */
export function checkPlan(index: PlanIndex): Flag[] {
  return new CurrentFlags(index).list()
}

/** Counts open flags by severity, and waived ones. */
export function countFlags(flags: readonly Flag[]): FlagCounts {
  const counts: FlagCounts = { ...noCounts(), waived: 0 }
  for (const { severity, waiver } of flags) counts[waiver ? 'waived' : severity] += 1
  return counts
}

/** Flags of one year, with those of the whole period. */
export function flagsOfYear(flags: readonly Flag[], year: FiscalYear | null): Flag[] {
  return flags.filter((flag) => year === null || flag.year === null || flag.year === year)
}
