import type { Detail } from '../error.ts'
import type { FundingLine } from '../funding-line.ts'
import { type Money, money } from '../money.ts'
import type { Project } from '../project.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Finding } from './rule.ts'

/** Judges one cell with money, by slots and a year's offset; the amount in whole đồng. Positional, since it runs over every cell of a nation. */
export type CellTest = (
  facts: PlanFacts,
  project: number,
  line: number,
  offset: number,
  amount: number,
) => boolean

/** How many of a project's cells in a year a test finds wanting. */
export function countPaid(
  facts: PlanFacts,
  project: number,
  offset: number,
  test: CellTest,
): number {
  const { cells, projects } = facts.index
  let count = 0
  let node = cells.first(project * projects.span.count + offset)
  for (; node >= 0; node = cells.next(node)) {
    if (test(facts, project, cells.line(node), offset, cells.amount(node))) count += 1
  }
  return count
}

/** What a finding about one cell says. */
export interface CellSaying {
  readonly detail: Detail
  /** How bad it is; the amount where nothing else is said. */
  readonly gauge?: bigint
}

/** One finding for each of a project's cells that a test finds wanting, by line code: the order cells were filled in is no part of the plan. */
export function describePaid(
  facts: PlanFacts,
  at: { project: number; offset: number },
  test: CellTest,
  say: (line: FundingLine, project: Project, amount: Money) => CellSaying,
): Finding[] {
  const { cells, lines, projects } = facts.index
  const project = projects.entries[at.project]
  const found: { line: FundingLine; amount: Money }[] = []
  let node = cells.first(at.project * projects.span.count + at.offset)
  for (; node >= 0; node = cells.next(node)) {
    const line = lines.entries[cells.line(node)]
    const amount = cells.amount(node)
    if (line && test(facts, at.project, cells.line(node), at.offset, amount)) {
      found.push({ line, amount: money(amount) })
    }
  }
  if (!project) return []
  const year = facts.yearAt(at.offset)
  return found
    .sort((a, b) => (a.line.code < b.line.code ? -1 : 1))
    .map(({ line, amount }) => {
      const { detail, gauge = amount } = say(line, project, amount)
      const cell = { project: project.id, line: line.id, year }
      return { detail: { line: line.code, amount, ...detail }, gauge, cells: [cell] }
    })
}
