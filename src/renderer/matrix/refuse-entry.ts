import { WorkbenchError } from '../../core/error.ts'
import { type Money, ZERO, money } from '../../core/money.ts'
import { parseEntry } from '../../core/number-entry.ts'
import { useWindow } from '../plan/window-store.ts'
import { errorSentence } from '../wording/sentences.ts'
import { shownPlan } from './matrix-values.ts'

/** Why a text would be refused in a cell, as a sentence, or null; the engine has the last word all the same. */
export function refuseEntry(
  text: string,
  project: number | null,
  line: number | null,
): string | null {
  const { unit, language } = useWindow.getState()
  try {
    parseEntry(text, { unit, language, variables: entryVariables(project, line) })
    return null
  } catch (error) {
    if (error instanceof WorkbenchError) return errorSentence(error, language)
    throw error
  }
}

/** What a formula may name in a cell, or in a project's total where there is no line. */
export function entryVariables(project: number | null, line: number | null) {
  const shown = shownPlan()
  if (!shown || project === null) return {}
  const { columns, year } = shown
  if (line === null)
    return {
      need: columns.sumsOfProject(project, year).need,
      total: columns.project(project)?.totalInvestment ?? ZERO,
    }
  const { ceiling, remaining } = columns.sumsOfLine(line, year)
  const left: Money = money(remaining + columns.amountAt(project, line, year))
  return {
    need: columns.sumsOfProject(project, year).need,
    // The cell's own money counts as free to spend again.
    remaining: left > 0n ? left : ZERO,
    ceiling,
    total: columns.project(project)?.totalInvestment ?? ZERO,
  }
}
