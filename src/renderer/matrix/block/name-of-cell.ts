import type { Cell } from '../../../core/allocation.ts'
import type { PlanColumns } from '../../plan/plan-columns.ts'

/** A cell as a person looks for it: project, line and year by their codes. */
export function nameOfCell(columns: PlanColumns, { project, line, year }: Cell): string {
  return [columns.project(project)?.code, columns.line(line)?.code, year]
    .filter(Boolean)
    .join(' · ')
}
