import { hasPeriodMoney, periodMoney } from './period-money.ts'
import type { Rule } from './rule.ts'

/** A new start gets money only once its investment is decided, with number and date. */
export const decisionMissing: Rule = {
  code: 'decision-missing',
  subject: 'project',
  isYearly: false,
  reads: 'cells',
  severity: 'error',
  trust: 'S',
  source: 'Điều kiện bố trí kế hoạch vốn hằng năm cho dự án khởi công mới',
  count({ index }, slot) {
    if (index.projects.isNewStart[slot] === 0) return 0
    const { decision = '', decisionDate = '' } = index.projects.entries[slot] ?? {}
    if (decision && decisionDate) return 0
    return Number(hasPeriodMoney(index, slot))
  },
  describe({ index }, slot) {
    const { decision = '', decisionDate = '' } = index.projects.entries[slot] ?? {}
    const amount = periodMoney(index, slot)
    return [{ detail: { amount, decision, decisionDate }, gauge: amount }]
  },
}
