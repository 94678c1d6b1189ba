import { money } from '../money.ts'
import { compareProducts } from '../ratio.ts'
import { shareText } from '../share-text.ts'
import type { Rule } from './rule.ts'

/** A project must get the set share of its need of each year; an error where it ends that year short of its total investment. */
export const underfunded: Rule = {
  code: 'underfunded',
  subject: 'project',
  isYearly: true,
  reads: 'amounts',
  spansYears: true,
  severity: 'warning',
  trust: 'D',
  source: 'Yêu cầu “bố trí đủ vốn”; ngưỡng 100 % là mặc định của phần mềm',
  count({ index: { projects, plan } }, slot, offset) {
    const row = slot * projects.span.count + offset
    const need = projects.need[row] as number
    const given = projects.given.near(row)
    if (need === 0 || given >= need) return 0
    return Number(compareProducts(given, 10_000, need, plan.settings.policy.coverage) < 0)
  },
  severityAt({ index: { projects } }, slot, offset) {
    const isLast = projects.endYear[slot] === projects.span.first + offset
    const isShort = projects.funding.near(slot) < (projects.totalInvestment[slot] as number)
    return isLast && isShort ? 'error' : 'warning'
  },
  describe({ index: { projects }, policy }, slot, offset) {
    const row = slot * projects.span.count + offset
    const need = money(projects.need[row] ?? 0)
    const allocated = projects.given.get(row)
    const shortfall = money(need - allocated)
    const coverage = shareText(allocated, need, policy.coverage)
    const detail = { need, allocated, shortfall, coverage }
    return [{ detail, gauge: shortfall }]
  },
}
