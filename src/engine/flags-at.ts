import type { FlagTarget } from '../contract/methods.ts'
import type { Flag } from '../core/rules/rule.ts'
import type { WorkbookSession } from './session.ts'

/** The flags of one rule on one subject, in one year or over the period, waived ones with them. */
export function flagsAt({ flags }: WorkbookSession, { subject, code, year }: FlagTarget): Flag[] {
  return flags.of(subject).filter((flag) => flag.code === code && flag.year === year)
}
