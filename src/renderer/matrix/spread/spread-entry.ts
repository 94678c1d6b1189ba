import { WorkbenchError } from '../../../core/error.ts'
import { parseEntry } from '../../../core/number-entry.ts'
import { spreadTotal } from '../../../core/spread.ts'
import { reportError } from '../../hooks/report-error.ts'
import type { Hands } from '../hands.ts'
import { isGroupRow, isTotalsRow, lineOfColumn, yearOfColumn } from '../matrix-row.ts'
import { membersAt } from '../matrix-values.ts'
import type { CellPoint } from '../range/grid-order.ts'
import { entryVariables } from '../refuse-entry.ts'
import type { TypedEntry } from '../typed-entry.ts'
import { spreadProjects } from './spread-projects.ts'

/** Whether a total stands here that a new figure can be spread from: a project's, or a group's in any line. */
export function isSpreadable({ row, column }: CellPoint): boolean {
  if (isTotalsRow(row)) return false
  return column === 'allocated' || (isGroupRow(row) && lineOfColumn(column) !== null)
}

/** Spreads a total that was typed over the cells below it, with a preview. */
export function spreadEntry(hands: Hands, point: CellPoint, entry: TypedEntry): void {
  const { text, unit, language } = entry
  const project = typeof point.row === 'number' ? point.row : null
  const ids = project === null ? membersAt({ id: point.row }) : [project]
  const line = lineOfColumn(point.column)
  const year = yearOfColumn(point.column) ?? entry.year
  try {
    const total = parseEntry(text, { unit, language, variables: entryVariables(project, null) })
    const amounts = spreadTotal(total, spreadProjects(hands.columns, ids, line, year))
    const cells = amounts.map(({ amount, ...cell }) => ({ ...cell, text: String(amount) }))
    hands.submit({
      block: { what: 'spread', cells, unit: 'dong', language: 'vi' },
      isPreviewed: true,
    })
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error
    reportError(error)
  }
}
