import { money } from '../money.ts'
import type { Rule } from './rule.ts'

/** Money before and in the plan must stay within a project's total investment, where that is known. */
export const totalInvestmentExceeded: Rule = {
  code: 'total-investment-exceeded',
  subject: 'project',
  isYearly: false,
  reads: 'amounts',
  severity: 'error',
  trust: 'D',
  source: 'Mặc định của phần mềm: vốn bố trí không vượt tổng mức đầu tư',
  count({ index: { projects } }, slot) {
    const total = projects.totalInvestment[slot] as number
    return Number(total > 0 && projects.funding.near(slot) > total)
  },
  describe({ index: { projects } }, slot) {
    const totalInvestment = money(projects.totalInvestment[slot] ?? 0)
    const funded = projects.funding.get(slot)
    const excess = money(funded - totalInvestment)
    return [{ detail: { totalInvestment, funded, excess }, gauge: excess }]
  },
}
