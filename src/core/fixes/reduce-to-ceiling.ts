import { apportion } from '../apportion.ts'
import type { FiscalYear } from '../fiscal-year.ts'
import type { FundingLine } from '../funding-line.ts'
import { type Money, money } from '../money.ts'
import { cellsOfLine } from '../paying-cells.ts'
import type { PlanIndex } from '../plan-index.ts'
import type { AmountFix } from './fix.ts'

/**
 * Brings what a line gives in a year down to its ceiling less reserve, pro rata by largest remainder, equal
 * remainders by project code. Held cells stay; what they alone exceed it by is left. Null where all are held or nothing exceeds it.
 */
export function reduceToCeiling(
  index: PlanIndex,
  line: FundingLine,
  year: FiscalYear,
): AmountFix | null {
  const remaining = index.remainingOfLine(line.id, year)
  if (remaining >= 0n) return null
  const { allocations, projects } = index.plan
  const free = cellsOfLine(index, line.id, year).flatMap((cell) => {
    const allocation = allocations.get(cell)
    return allocation && !allocation.isHeld ? [{ cell, before: allocation.amount }] : []
  })
  if (free.length === 0) return null
  const stood = free.reduce((sum, { before }) => sum + before, 0n)
  // What the ceiling leaves beside the held cells; below zero where those alone exceed it.
  const room = stood + remaining
  const parts = apportion(
    money(room > 0n ? room : 0n),
    free.map(({ cell, before }) => ({
      weight: before,
      key: projects.get(cell.project)?.code ?? '',
    })),
  )
  const moves = free
    .map(({ cell, before }, at) => ({ cell, before, after: parts[at] as Money }))
    .filter(({ before, after }) => before !== after)
  return {
    kind: 'reduce-to-ceiling',
    key: 'reduce-to-ceiling',
    moves,
    left: money(room < 0n ? -room : 0n),
  }
}
