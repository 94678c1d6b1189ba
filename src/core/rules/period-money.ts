import { type Money, sumMoney } from '../money.ts'
import type { PlanIndex } from '../plan-index.ts'

/** Whether a project slot has money in the plan's years; builds nothing. */
export function hasPeriodMoney({ projects: { given, span }, years }: PlanIndex, slot: number) {
  return years.some((year) => given.near(slot * span.count + year - span.first) > 0)
}

/** The money a project slot gets in the plan's years, whole đồng. */
export function periodMoney({ projects: { given, span }, years }: PlanIndex, slot: number): Money {
  return sumMoney(years.map((year) => given.get(slot * span.count + year - span.first)))
}
