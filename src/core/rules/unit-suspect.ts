import { money } from '../money.ts'
import { cellsOfProject } from '../paying-cells.ts'
import { amountAt } from '../plan.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Finding, Rule } from './rule.ts'

/** A figure in doubt: what it is, the figure it was compared with and what that is; whole đồng. */
interface Suspect {
  readonly figure: 'total-investment' | 'need' | 'amount'
  readonly value: number
  readonly against: 'funding' | 'median' | 'total-investment' | 'need'
  readonly compared: number
  /** Where the figure is of one year. */
  readonly offset?: number
}

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
    const suspect = findSuspect(facts, slot)
    return suspect ? [describeSuspect(facts, suspect)] : []
  },
  cellsBehind(index, { subject, detail }) {
    const { figure, against, inYear, value } = detail
    const cellsIn = (years: readonly number[]) => cellsOfProject(index, subject.id, years)
    if (against === 'funding') return cellsIn(index.years)
    if (figure !== 'amount') return []
    return cellsIn([Number(inYear)]).filter((cell) => amountAt(index.plan, cell) === value)
  },
}

function describeSuspect(facts: PlanFacts, suspect: Suspect): Finding {
  const { figure, value, against, compared, offset } = suspect
  const detail = {
    figure,
    ...(offset === undefined ? {} : { inYear: facts.yearAt(offset) }),
    value: money(value),
    against,
    compared: money(compared),
  }
  return { detail, gauge: 1n }
}

function findSuspect(facts: PlanFacts, slot: number): Suspect | null {
  return suspectInvestment(facts, slot) ?? suspectAmount(facts, slot)
}

/** The total investment, far below the money the project has or needs, or below those of the other projects. */
function suspectInvestment(
  { index: { projects }, medianInvestment }: PlanFacts,
  slot: number,
): Suspect | null {
  const value = projects.totalInvestment[slot] as number
  if (value === 0) return null
  const funded = projects.funding.near(slot)
  const figure = 'total-investment'
  if (funded > value * HUNDREDFOLD) return { figure, value, against: 'funding', compared: funded }
  if (value < SMALL_INVESTMENT && medianInvestment > LARGE_MEDIAN) {
    return { figure, value, against: 'median', compared: medianInvestment }
  }
  return null
}

/** A need far above the total investment, or an amount far from the need of its year. */
function suspectAmount(
  { index: { cells, projects }, offsets }: PlanFacts,
  slot: number,
): Suspect | null {
  const total = projects.totalInvestment[slot] as number
  for (const offset of offsets) {
    const row = slot * projects.span.count + offset
    const need = projects.need[row] as number
    if (need === 0) continue
    if (total > 0 && need > total * HUNDREDFOLD) {
      return { figure: 'need', value: need, against: 'total-investment', compared: total, offset }
    }
    let [least, most] = [Infinity, 0]
    for (let node = cells.first(row); node >= 0; node = cells.next(node)) {
      least = Math.min(least, cells.amount(node))
      most = Math.max(most, cells.amount(node))
    }
    const far = least * THOUSANDFOLD <= need ? least : most >= need * HUNDREDFOLD ? most : null
    if (far !== null) {
      return { figure: 'amount', value: far, against: 'need', compared: need, offset }
    }
  }
  return null
}
