import { money } from '../money.ts'
import type { Rule } from './rule.ts'

/** A new start gets money only once its investment is decided, with number and date. */
export const decisionMissing: Rule = {
  code: 'decision-missing',
  subject: 'project',
  isYearly: false,
  severity: 'error',
  trust: 'S',
  source: 'Điều kiện bố trí kế hoạch vốn hằng năm cho dự án khởi công mới',
  count({ index: { projects } }, slot) {
    const project = projects.entries[slot]
    if (project?.stage !== 'new-start' || (project.decision && project.decisionDate)) return 0
    return Number(projects.funding.near(slot) > (projects.fundedBefore[slot] as number))
  },
  describe({ index: { projects } }, slot) {
    const { decision = '', decisionDate = '' } = projects.entries[slot] ?? {}
    const amount = money(projects.funding.get(slot) - BigInt(projects.fundedBefore[slot] ?? 0))
    return [{ detail: { amount, decision, decisionDate }, gauge: amount }]
  },
}
