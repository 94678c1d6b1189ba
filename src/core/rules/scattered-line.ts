import { money } from '../money.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'

/** A development line should pay few enough projects in a year that each gets a real sum. */
export const scatteredLine: Rule = {
  code: 'scattered-line',
  subject: 'line',
  isYearly: true,
  reads: 'amounts',
  severity: 'info',
  trust: 'D',
  source: 'Mặc định của phần mềm, theo yêu cầu tập trung vốn, tránh dàn trải',
  count(facts, slot, offset) {
    if (facts.index.lines.entries[slot]?.capitalType !== 'development') return 0
    const { users, drawn } = spreadOf(facts, slot, offset)
    if (users === 0) return 0
    const { maxProjects, minAverage } = facts.index.plan.settings.policy
    return Number(users > maxProjects || drawn < minAverage * BigInt(users))
  },
  describe(facts, slot, offset) {
    const { users, drawn } = spreadOf(facts, slot, offset)
    const { maxProjects, minAverage } = facts.index.plan.settings.policy
    const average = money(drawn / BigInt(users))
    const missing = atLeastZero(minAverage * BigInt(users) - drawn)
    const beyond = BigInt(Math.max(0, users - maxProjects))
    // A project too many weighs what one should get on average, so that a waiver reopens on either.
    const gauge = missing + beyond * (minAverage > 0n ? minAverage : 1n)
    const limits = { limit: maxProjects, least: minAverage }
    return [{ detail: { projects: users, average, allocated: drawn, ...limits }, gauge }]
  },
}

function atLeastZero(amount: bigint): bigint {
  return amount > 0n ? amount : 0n
}

function spreadOf({ index: { lines } }: PlanFacts, slot: number, offset: number) {
  const row = slot * lines.span.count + offset
  return { users: lines.users[row] as number, drawn: lines.drawn.get(row) }
}
