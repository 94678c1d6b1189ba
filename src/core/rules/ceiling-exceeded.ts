import { money } from '../money.ts'
import type { Rule } from './rule.ts'

/** Allocations drawn on a line in a year must stay within its ceiling less its reserve. */
export const ceilingExceeded: Rule = {
  code: 'ceiling-exceeded',
  subject: 'line',
  isYearly: true,
  reads: 'amounts',
  severity: 'error',
  trust: 'C',
  source: 'Luật NSNN 83/2015/QH13, Điều 8 khoản 4',
  // A reserve above the ceiling is an excess too: the flag and a negative remainder come together.
  count: ({ index: { lines } }, slot, offset) =>
    Number(lines.remaining(slot * lines.span.count + offset) < 0),
  describe({ index: { lines } }, slot, offset) {
    const row = slot * lines.span.count + offset
    const ceiling = money(lines.ceiling[row] ?? 0)
    const reserve = money(lines.reserve[row] ?? 0)
    const allocated = lines.drawn.get(row)
    const excess = money(allocated - ceiling + reserve)
    return [{ detail: { ceiling, reserve, allocated, excess }, gauge: excess }]
  },
}
