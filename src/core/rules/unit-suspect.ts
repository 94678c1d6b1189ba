import { money } from '../money.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'

const SMALL_INVESTMENT = 100_000_000
const LARGE_MEDIAN = 1_000_000_000
const HUNDREDFOLD = 100
const THOUSANDFOLD = 1000

/** A figure a hundred times above or a thousand times below its neighbours was probably read in the wrong unit. */
export const unitSuspect: Rule = {
  code: 'unit-suspect',
  subject: 'project',
  isYearly: false,
  reads: 'amounts',
  severity: 'warning',
  trust: 'D',
  source: 'Sáu trường hợp sai đơn vị đã gặp trong bảng thật; ngưỡng là mặc định của phần mềm',
  count: (facts, slot) => Number(findSuspect(facts, slot) !== null),
  describe(facts, slot) {
    const { value, compared } = findSuspect(facts, slot) ?? { value: 0, compared: 0 }
    return [{ detail: { value: money(value), compared: money(compared) }, gauge: 1n }]
  },
}

function findSuspect(facts: PlanFacts, slot: number) {
  return suspectInvestment(facts, slot) ?? suspectAmount(facts, slot)
}

/** The total investment, far below the money the project has or needs, or below those of the other projects. */
function suspectInvestment({ index: { projects }, medianInvestment }: PlanFacts, slot: number) {
  const value = projects.totalInvestment[slot] as number
  if (value === 0) return null
  const funded = projects.funding.near(slot)
  if (funded > value * HUNDREDFOLD) return { value, compared: funded }
  if (value < SMALL_INVESTMENT && medianInvestment > LARGE_MEDIAN) {
    return { value, compared: medianInvestment }
  }
  return null
}

/** A need far above the total investment, or an amount far from the need of its year. */
function suspectAmount({ index: { cells, projects }, offsets }: PlanFacts, slot: number) {
  const total = projects.totalInvestment[slot] as number
  for (const offset of offsets) {
    const row = slot * projects.span.count + offset
    const need = projects.need[row] as number
    if (need === 0) continue
    if (total > 0 && need > total * HUNDREDFOLD) return { value: need, compared: total }
    let [least, most] = [Infinity, 0]
    for (let node = cells.first(row); node >= 0; node = cells.next(node)) {
      least = Math.min(least, cells.amount(node))
      most = Math.max(most, cells.amount(node))
    }
    if (least * THOUSANDFOLD <= need) return { value: least, compared: need }
    if (most >= need * HUNDREDFOLD) return { value: most, compared: need }
  }
  return null
}
