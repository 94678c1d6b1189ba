import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'

/** A project gets its money within the years its group allows, unless a decision says otherwise. */
export const allocationOverdue: Rule = {
  code: 'allocation-overdue',
  subject: 'project',
  isYearly: true,
  needsMoney: true,
  severity: 'warning',
  trust: 'S',
  source: 'Luật Đầu tư công 39/2019/QH14, Điều 52 khoản 2',
  count(facts, slot, offset) {
    const { years, allowed, exception } = timeOf(facts, slot, offset)
    return Number(allowed !== null && exception === '' && years > allowed)
  },
  describe(facts, slot, offset) {
    const { projects } = facts.index
    const { years, allowed } = timeOf(facts, slot, offset)
    const amount = projects.given.get(slot * projects.span.count + offset)
    return [{ detail: { years, allowed: allowed ?? 0, amount }, gauge: amount }]
  },
}

function timeOf({ index: { projects, plan } }: PlanFacts, slot: number, offset: number) {
  const { startYear = null, group = 'national', exception = '' } = projects.entries[slot] ?? {}
  const allowed = startYear === null ? null : plan.settings.policy.allowedYears[group]
  return { years: projects.span.first + offset - (startYear ?? 0) + 1, allowed, exception }
}
