import type { Cell } from '../core/allocation.ts'
import { WorkbenchError } from '../core/error.ts'
import { isYearWithin } from '../core/fiscal-year.ts'
import { type Money, type Unit, ZERO, money } from '../core/money.ts'
import type { Language } from '../core/number-format.ts'
import { parseEntry } from '../core/number-entry.ts'
import { amountAt } from '../core/plan.ts'
import { allocationChange } from '../core/plan-change.ts'
import type { WorkbookSession } from './session.ts'

/** Parses what a person typed, with the cell's own variables, and writes it as one act. */
export function enterAllocation(
  session: WorkbookSession,
  cell: Cell,
  text: string,
  unit: Unit,
  language: Language = 'vi',
): { revision: number; amount: Money } {
  const { plan } = session
  const project = plan.projects.get(cell.project)
  const line = plan.lines.get(cell.line)
  if (!project) throw new WorkbenchError('project-unknown', { code: String(cell.project) })
  if (!line) throw new WorkbenchError('line-unknown', { code: String(cell.line) })
  const { from, to } = plan.settings
  if (!isYearWithin(cell.year, plan.settings)) {
    throw new WorkbenchError('year-outside-plan', { year: cell.year, from, to })
  }
  const before = amountAt(plan, cell)
  const amount = parseEntry(text, {
    unit,
    variables: entryVariables(session, cell),
    language,
  })
  if (amount === before) return { revision: session.revision, amount }
  const detail = { project: project.code, line: line.code, year: cell.year, before, after: amount }
  const change = allocationChange(plan, cell, amount)
  return { revision: session.edit({ kind: 'allocation-set', detail }, [change]), amount }
}

/** What a formula in a cell may name; the cell's own money counts as free to spend again. */
function entryVariables({ index, plan }: WorkbookSession, cell: Cell) {
  const left = index.remainingOfLine(cell.line, cell.year) + amountAt(plan, cell)
  return {
    need: index.needOf(cell.project, cell.year),
    remaining: left > 0n ? money(left) : ZERO,
    ceiling: index.lineYear(cell.line, cell.year).ceiling,
    total: plan.projects.get(cell.project)?.totalInvestment ?? ZERO,
  }
}
