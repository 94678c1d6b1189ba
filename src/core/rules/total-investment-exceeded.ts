import { subtractMoney } from '../money.ts'
import type { Rule } from './rule.ts'

/** Money before and in the plan must stay within a project's total investment, where that is known. */
export const totalInvestmentExceeded: Rule = {
  code: 'total-investment-exceeded',
  subject: 'project',
  severity: 'error',
  trust: 'D',
  source: 'Mặc định của phần mềm: vốn bố trí không vượt tổng mức đầu tư',
  check(index, id) {
    const totalInvestment = index.plan.projects.get(id)?.totalInvestment
    if (!totalInvestment) return []
    const funded = index.fundingOf(id)
    const excess = subtractMoney(funded, totalInvestment)
    return excess > 0n ? [{ year: null, detail: { totalInvestment, funded, excess } }] : []
  },
}
