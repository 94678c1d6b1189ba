import { failedCondition } from '../../../core/eligibility.ts'
import type { FiscalYear } from '../../../core/fiscal-year.ts'
import type { FundingLine } from '../../../core/funding-line.ts'
import { ZERO } from '../../../core/money.ts'
import type { Project } from '../../../core/project.ts'
import type { SpreadCell, SpreadProject } from '../../../core/spread.ts'
import { holdOf } from '../../plan/hold-store.ts'
import type { PlanColumns } from '../../plan/plan-columns.ts'

/** The cells a total of these projects may be spread to: of one line, or of every line that pays or may pay them. */
export function spreadProjects(
  columns: PlanColumns,
  ids: readonly number[],
  line: number | null,
  year: FiscalYear,
): SpreadProject[] {
  const lines = columns.lines.filter(({ id }) => line === null || id === line)
  return ids.flatMap((id) => {
    const project = columns.project(id)
    if (!project) return []
    const { need } = columns.sumsOfProject(id, year)
    const cells = lines.flatMap((one) => spreadCell(columns, project, one, year))
    return [{ need, key: project.code, cells }]
  })
}

function spreadCell(
  columns: PlanColumns,
  project: Project,
  line: FundingLine,
  year: FiscalYear,
): SpreadCell[] {
  const cell = { project: project.id, line: line.id, year }
  const amount = columns.amountAt(project.id, line.id, year)
  // Money that stands where it should not is part of the total all the same.
  if (amount === ZERO && failedCondition(line, project) !== null) return []
  const { remaining } = columns.sumsOfLine(line.id, year)
  return [{ ...cell, amount, room: remaining, isHeld: holdOf(cell) !== null, key: line.code }]
}
