import type { Plan } from '../../../src/core/plan.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { checkPlan } from '../../../src/core/rules/check-plan.ts'
import type { Flag, RuleCode } from '../../../src/core/rules/rule.ts'

/** The flags of one rule a fresh check of the plan raises. */
export function flagsOf(code: RuleCode, { plan }: { plan: Plan }): Flag[] {
  return checkPlan(new PlanIndex(plan)).filter((flag) => flag.code === code)
}

/** The years those flags stand in, lowest first. */
export function yearsFlagged(code: RuleCode, builder: { plan: Plan }): (number | null)[] {
  return flagsOf(code, builder).map(({ year }) => year)
}
