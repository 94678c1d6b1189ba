import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'

/** A project gets its money within the years its group allows, unless a decision says otherwise. */
export const allocationOverdue: Rule = {
  code: 'allocation-overdue',
  subject: 'project',
  isYearly: true,
  reads: 'cells',
  needsMoney: true,
  severity: 'warning',
  trust: 'S',
  source: 'Luật Đầu tư công 39/2019/QH14, Điều 52 khoản 2',
  count(facts, slot, offset) {
    const { years, allowed } = timeOf(facts, slot, offset)
    if (allowed < 0 || years <= allowed) return 0
    return Number(facts.index.projects.entries[slot]?.exception === '')
  },
  describe(facts, slot, offset) {
    const { projects } = facts.index
    const { years, allowed } = timeOf(facts, slot, offset)
    const amount = projects.given.get(slot * projects.span.count + offset)
    return [{ detail: { years, allowed, amount }, gauge: amount }]
  },
}

function timeOf({ index: { projects }, allowedYears }: PlanFacts, slot: number, offset: number) {
  const years = projects.span.first + offset - (projects.startYear[slot] as number) + 1
  return { years, allowed: allowedYears[slot] as number }
}
