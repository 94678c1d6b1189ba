import { money } from '../money.ts'
import type { Rule } from './rule.ts'

/** A new start waits until the arrears of the other projects of its sector are covered. */
export const arrearsOutstanding: Rule = {
  code: 'arrears-outstanding',
  subject: 'project',
  isYearly: true,
  reads: 'cells',
  needsMoney: true,
  severity: 'error',
  trust: 'S',
  source: 'Luật Đầu tư công 39/2019/QH14, Điều 51 khoản 5, Điều 101 khoản 4',
  count({ index: { projects }, arrears }, slot, offset) {
    if (projects.isNewStart[slot] === 0) return 0
    return Number(arrears.othersOwing(slot, offset) > 0)
  },
  describe({ index: { projects }, arrears }, slot, offset) {
    const owers = arrears.listOthers(slot, offset)
    const owed = owers.reduce((sum, ower) => sum + arrears.owedBy(ower, offset), 0n)
    const codes = owers.map((ower) => projects.entries[ower]?.code ?? '').sort()
    const amount = projects.given.get(slot * projects.span.count + offset)
    const detail = { arrears: money(owed), projects: owers.length, projectCodes: codes, amount }
    return [{ detail, gauge: owed }]
  },
}
