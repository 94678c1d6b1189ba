import { money } from '../money.ts'
import type { Rule } from './rule.ts'

/** A project is started only where the money still free for it can complete it. */
export const notCompletable: Rule = {
  code: 'not-completable',
  subject: 'project',
  isYearly: false,
  reads: 'amounts',
  severity: 'warning',
  trust: 'S',
  source: 'Luật Đầu tư công 39/2019/QH14, Điều 51 khoản 5',
  count: ({ index: { projects }, free }, slot) =>
    Number(projects.isNewStart[slot] === 1 && free.isBeyondReach(slot)),
  describe({ free }, slot) {
    const remaining = money(free.missing(slot))
    const available = money(free.freeFor(slot))
    return [{ detail: { remaining, free: available }, gauge: remaining - available }]
  },
}
