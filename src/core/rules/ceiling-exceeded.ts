import { subtractMoney } from '../money.ts'
import type { Rule } from './rule.ts'

/** Allocations drawn on a line in a year must stay within its ceiling less its reserve. */
export const ceilingExceeded: Rule = {
  code: 'ceiling-exceeded',
  subject: 'line',
  severity: 'error',
  trust: 'C',
  source: 'Luật NSNN 83/2015/QH13, Điều 8 khoản 4',
  check: (index, line) =>
    index.years.flatMap((year) => {
      const { ceiling, reserve } = index.lineYear(line, year)
      const allocated = index.allocatedToLine(line, year)
      const excess = subtractMoney(allocated, subtractMoney(ceiling, reserve))
      // A reserve above the ceiling leaves nothing to allocate; it is no excess while nothing is.
      if (excess <= 0n || allocated === 0n) return []
      return [{ year, detail: { ceiling, reserve, allocated, excess } }]
    }),
}
