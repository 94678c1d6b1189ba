import type { Plan } from '../../../src/core/plan.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { checkPlan } from '../../../src/core/rules/check-plan.ts'
import type { Flag } from '../../../src/core/rules/rule.ts'
import type { RuleCode } from '../../../src/core/rules/rule-code.ts'

/** What a rule says; how bad it is and which cells make it up are asked for by name. */
export type Said = Pick<Flag, 'code' | 'severity' | 'subject' | 'year' | 'detail'>

/** The flags of one rule a fresh check of the plan raises. */
export function flagsOf(code: RuleCode, { plan }: { plan: Plan }): Said[] {
  return fullFlagsOf(code, { plan }).map(
    ({ gauge: _gauge, cells: _cells, waiver: _waiver, ...said }) => said,
  )
}

/** The same with their gauges, cells and waivers. */
export function fullFlagsOf(code: RuleCode, { plan }: { plan: Plan }): Flag[] {
  return checkPlan(new PlanIndex(plan)).filter((flag) => flag.code === code)
}

/** The years those flags stand in, lowest first. */
export function yearsFlagged(code: RuleCode, builder: { plan: Plan }): (number | null)[] {
  return flagsOf(code, builder).map(({ year }) => year)
}
