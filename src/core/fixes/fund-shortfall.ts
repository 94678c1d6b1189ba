import { compareEntries } from '../compare-text.ts'
import { mayPay } from '../eligibility.ts'
import type { FiscalYear } from '../fiscal-year.ts'
import { money } from '../money.ts'
import { amountAt } from '../plan.ts'
import type { PlanIndex } from '../plan-index.ts'
import type { Project } from '../project.ts'
import type { AmountFix, FixMove } from './fix.ts'

/**
 * Funds what a project is short of in a year from the lines that may pay it: the line with most money left
 * first, of equals the one with the lower code. No line goes above its ceiling less reserve, the project not
 * above its need or a known total investment, and held cells stay. Null where no line has anything to give.
 */
export function fundShortfall(
  index: PlanIndex,
  project: Project,
  year: FiscalYear,
): AmountFix | null {
  const shortfall = index.shortfallOf(project.id, year)
  let missing: bigint = least(shortfall, roomInInvestment(index, project) ?? shortfall)
  const moves: FixMove[] = []
  for (const { line, remaining } of payingLines(index, project, year)) {
    if (missing <= 0n) break
    const cell = { project: project.id, line: line.id, year }
    const before = amountAt(index.plan, cell)
    const given = least(missing, remaining)
    moves.push({ cell, before, after: money(before + given) })
    missing -= given
  }
  if (moves.length === 0) return null
  const given = moves.reduce((sum, { before, after }) => sum + after - before, 0n)
  return {
    kind: 'fund-shortfall',
    key: 'fund-shortfall',
    moves,
    left: money(shortfall - given),
  }
}

/** The lines that may pay a project in a year and have money left, in the order they are asked. */
function payingLines(index: PlanIndex, project: Project, year: FiscalYear) {
  return [...index.plan.lines.values()]
    .filter((line) => mayPay(line, project, year) && !isHeld(line.id))
    .map((line) => ({ line, remaining: index.remainingOfLine(line.id, year) }))
    .filter(({ remaining }) => remaining > 0n)
    .sort((a, b) =>
      a.remaining === b.remaining
        ? compareEntries(a.line, b.line)
        : Number(b.remaining > a.remaining) - Number(b.remaining < a.remaining),
    )

  function isHeld(line: number): boolean {
    return index.plan.allocations.get({ project: project.id, line, year })?.isHeld ?? false
  }
}

/** What a project may still get up to its total investment; null where that is unknown. */
function roomInInvestment(index: PlanIndex, { id, totalInvestment }: Project): bigint | null {
  return totalInvestment === 0n ? null : totalInvestment - index.fundingOf(id)
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
