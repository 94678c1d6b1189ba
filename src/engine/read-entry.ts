import type { Cell } from '../core/allocation.ts'
import { WorkbenchError } from '../core/error.ts'
import { isYearWithin } from '../core/fiscal-year.ts'
import { heldBy, isTotalHeld } from '../core/hold.ts'
import { type Money, type Unit, ZERO, money } from '../core/money.ts'
import type { Language } from '../core/number-format.ts'
import { parseEntry } from '../core/number-entry.ts'
import { amountAt } from '../core/plan.ts'
import type { WorkbookSession } from './session.ts'

/** A text with the unit a bare number is in and the language it is written in. */
export interface EntryText {
  readonly text: string
  readonly unit: Unit
  readonly language: Language
}

/** Reads a text with its cell's own variables. @throws an `amount-…` code, or what is unknown or held about the cell */
export function readEntry(
  session: WorkbookSession,
  cell: Cell,
  { text, unit, language }: EntryText,
): Money {
  checkPlace(session, cell)
  const amount = parseEntry(text, { unit, language, variables: entryVariables(session, cell) })
  const held = amount === amountAt(session.plan, cell) ? null : heldBy(session.plan, cell)
  if (held !== null) throw new WorkbenchError(`${held}-held`, nameCell(session, cell))
  return amount
}

/** Refuses a change of a project's total that is held. @throws `total-held` */
export function checkTotal(session: WorkbookSession, cell: Cell, difference: bigint): void {
  if (difference !== 0n && isTotalHeld(session.plan, cell.project, cell.year))
    throw new WorkbenchError('total-held', nameCell(session, cell))
}

/** A cell by the codes a person knows it by. */
export function nameCell({ plan }: WorkbookSession, { project, line, year }: Cell) {
  return {
    project: plan.projects.get(project)?.code ?? '',
    line: plan.lines.get(line)?.code ?? '',
    year,
  }
}

function checkPlace({ plan }: WorkbookSession, { project, line, year }: Cell): void {
  if (!plan.projects.has(project))
    throw new WorkbenchError('project-unknown', { code: String(project) })
  if (!plan.lines.has(line)) throw new WorkbenchError('line-unknown', { code: String(line) })
  const { from, to } = plan.settings
  if (!isYearWithin(year, plan.settings))
    throw new WorkbenchError('year-outside-plan', { year, from, to })
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
