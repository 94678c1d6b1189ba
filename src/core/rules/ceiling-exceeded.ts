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
      // A reserve above the ceiling is an excess too: the flag and a negative remainder come together.
      return excess > 0n ? [{ year, detail: { ceiling, reserve, allocated, excess } }] : []
    }),
}
