import type { Allocation, Cell } from '../allocation.ts'
import { mayPay } from '../eligibility.ts'
import { ZERO, money } from '../money.ts'
import { cellsOfProject } from '../paying-cells.ts'
import type { PlanIndex } from '../plan-index.ts'
import type { AmountFix } from './fix.ts'

/**
 * Moves what a line gives a project in a year to the line that gives it most that year, of equals the one
 * with the lower code. Null where that is the same line, may not pay the project, has not the room, or
 * either cell is held.
 */
export function mergeFragment(index: PlanIndex, fragment: Cell): AmountFix | null {
  const { plan } = index
  const from = plan.allocations.get(fragment)
  const into = findLargest(index, fragment)
  const [line, project] = [plan.lines.get(into?.line ?? -1), plan.projects.get(fragment.project)]
  if (!from || !into || !line || !project || line.id === fragment.line) return null
  if (from.isHeld || into.isHeld || !mayPay(line, project, fragment.year)) return null
  if (index.remainingOfLine(line.id, fragment.year) < from.amount) return null
  const cellOf = (of: number): Cell => ({ project: project.id, line: of, year: fragment.year })
  return {
    kind: 'merge-fragment',
    key: `merge-fragment:${fragment.line}`,
    moves: [
      { cell: cellOf(fragment.line), before: from.amount, after: ZERO },
      { cell: cellOf(line.id), before: into.amount, after: money(into.amount + from.amount) },
    ],
    left: ZERO,
  }
}

/** The largest amount a project gets in a year; cells come by line code, so the first of equals stands. */
function findLargest(index: PlanIndex, { project, year }: Cell) {
  const { allocations } = index.plan
  return cellsOfProject(index, project, [year])
    .flatMap((cell) => allocations.get(cell) ?? [])
    .reduce<Allocation | null>(
      (largest, cell) => (largest && largest.amount >= cell.amount ? largest : cell),
      null,
    )
}
