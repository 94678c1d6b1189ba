import { yearsOf } from '../fiscal-year.ts'
import { money } from '../money.ts'
import { cellsOfProject } from '../paying-cells.ts'
import { compareProducts } from '../ratio.ts'
import { shareText } from '../share-text.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'

/** By each of its allowed years a project should have had as large a part of its total investment as of its time. */
export const behindSchedule: Rule = {
  code: 'behind-schedule',
  subject: 'project',
  isYearly: true,
  reads: 'amounts',
  spansYears: true,
  severity: 'warning',
  trust: 'S',
  source:
    'Suy ra từ Luật Đầu tư công 39/2019/QH14, Điều 52 khoản 2; tiến độ đều là mặc định của phần mềm',
  count(facts, slot, offset) {
    const total = facts.index.projects.totalInvestment[slot] as number
    const { elapsed, allowed } = timeOf(facts, slot, offset)
    if (total === 0 || elapsed === 0) return 0
    const funded = fundedUpTo(facts, slot, offset)
    return Number(compareProducts(funded, allowed, total, elapsed) < 0)
  },
  describe(facts, slot, offset) {
    const totalInvestment = money(facts.index.projects.totalInvestment[slot] ?? 0)
    const { elapsed, allowed } = timeOf(facts, slot, offset)
    const funded = money(fundedUpTo(facts, slot, offset))
    const [years, of] = [BigInt(elapsed), BigInt(allowed)]
    const expected = money((totalInvestment * years + of - 1n) / of)
    const detail = {
      funded,
      totalInvestment,
      expected,
      share: shareText(funded, totalInvestment),
      expectedShare: shareText(years, of),
      elapsed,
      allowed,
    }
    return [{ detail, gauge: expected - funded }]
  },
  cellsBehind(index, { subject, year }) {
    const { first } = index.projects.span
    return cellsOfProject(index, subject.id, yearsOf({ from: first, to: year ?? first }))
  },
}

/** The years of its time a project has used up by then; none where no time is set. */
function timeOf({ index: { projects }, allowedYears }: PlanFacts, slot: number, offset: number) {
  const allowed = allowedYears[slot] as number
  if (allowed <= 0) return { elapsed: 0, allowed }
  const years = projects.span.first + offset - (projects.startYear[slot] as number) + 1
  return { elapsed: Math.min(Math.max(0, years), allowed), allowed }
}

function fundedUpTo({ index: { projects } }: PlanFacts, slot: number, offset: number): number {
  let funded = projects.fundedBefore[slot] as number
  const first = slot * projects.span.count
  for (let row = first; row <= first + offset; row += 1) funded += projects.given.near(row)
  return funded
}
