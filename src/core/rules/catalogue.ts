import { allocationOverdue } from './allocation-overdue.ts'
import { arrearsOutstanding } from './arrears-outstanding.ts'
import { behindSchedule } from './behind-schedule.ts'
import { capitalTypeMismatch } from './capital-type-mismatch.ts'
import { ceilingExceeded } from './ceiling-exceeded.ts'
import { contributionRatioUndeclared } from './contribution-ratio-undeclared.ts'
import { counterpartShort } from './counterpart-short.ts'
import { deadlineMissing } from './deadline-missing.ts'
import { decisionMissing } from './decision-missing.ts'
import { fragmentedShare } from './fragmented-share.ts'
import { ineligible } from './ineligible.ts'
import { lineExpired } from './line-expired.ts'
import { notCompletable } from './not-completable.ts'
import { placeMismatch } from './place-mismatch.ts'
import { priorityInverted } from './priority-inverted.ts'
import { projectCodeDuplicate } from './project-code-duplicate.ts'
import { projectCodeInvalid } from './project-code-invalid.ts'
import { reserveMissing } from './reserve-missing.ts'
import type { Rule } from './rule.ts'
import type { RuleCode } from './rule-code.ts'
import { scatteredLine } from './scattered-line.ts'
import { taskUnfunded } from './task-unfunded.ts'
import { tooManyProgrammes } from './too-many-programmes.ts'
import { totalInvestmentExceeded } from './total-investment-exceeded.ts'
import { underfunded } from './underfunded.ts'
import { unitSuspect } from './unit-suspect.ts'

/** Every rule, in the order screens list them. */
export const RULES: readonly Rule[] = [
  ceilingExceeded,
  totalInvestmentExceeded,
  underfunded,
  behindSchedule,
  tooManyProgrammes,
  fragmentedShare,
  scatteredLine,
  ineligible,
  capitalTypeMismatch,
  allocationOverdue,
  arrearsOutstanding,
  priorityInverted,
  notCompletable,
  decisionMissing,
  deadlineMissing,
  lineExpired,
  counterpartShort,
  contributionRatioUndeclared,
  placeMismatch,
  projectCodeInvalid,
  projectCodeDuplicate,
  unitSuspect,
  taskUnfunded,
  reserveMissing,
]

const BY_CODE = new Map(RULES.map((rule) => [rule.code, rule]))

/** The rule with this code. */
export function findRule(code: RuleCode): Rule {
  const rule = BY_CODE.get(code)
  if (!rule) throw new Error(`the catalogue has no rule ${code}`)
  return rule
}
