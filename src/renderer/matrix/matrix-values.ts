import type { FlagMark } from '../../contract/flag-mark.ts'
import type { EligibilityCondition } from '../../core/eligibility.ts'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import { type Money, ZERO } from '../../core/money.ts'
import type { Project } from '../../core/project.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import type { MatrixRow } from './matrix-row.ts'

/** The plan and year the grid shows now; every getter reads them afresh, so columns never need rebuilding. */
export function shownPlan(): { columns: PlanColumns; year: FiscalYear } | null {
  const { columns } = usePlan.getState()
  return columns && { columns, year: useWindow.getState().year }
}

/** The project of a row, where it is one. */
export function projectAt(row: MatrixRow | undefined): Project | undefined {
  return typeof row?.id === 'number' ? shownPlan()?.columns.project(row.id) : undefined
}

/** The amount in a line's column: a cell of the plan, or the line's sum in a totals row. */
export function lineAmount(row: MatrixRow | undefined, line: number): Money | null {
  const shown = shownPlan()
  if (!shown || !row) return null
  const { columns, year } = shown
  if (typeof row.id === 'number') return columns.amountAt(row.id, line, year)
  return columns.sumsOfLine(line, year)[row.id]
}

/** What a project needs; in the totals row of allocations, what all projects need. */
export function needAt(row: MatrixRow | undefined): Money | null {
  const shown = shownPlan()
  if (!shown || !row) return null
  const { columns, year } = shown
  if (typeof row.id === 'number') return columns.sumsOfProject(row.id, year).need
  return row.id === 'allocated' ? (columns.totalsOf(year)?.need ?? ZERO) : null
}

/** What a project gets; in a totals row, that total over all lines. */
export function allocatedAt(row: MatrixRow | undefined): Money | null {
  const shown = shownPlan()
  if (!shown || !row) return null
  const { columns, year } = shown
  if (typeof row.id === 'number') return columns.sumsOfProject(row.id, year).allocated
  return columns.totalsOf(year)?.[row.id] ?? ZERO
}

/** How many target programmes pay a project. */
export function programmesAt(row: MatrixRow | undefined): number | null {
  const shown = shownPlan()
  if (!shown || typeof row?.id !== 'number') return null
  return shown.columns.sumsOfProject(row.id, shown.year).programmes
}

/** A project's open flags of the year shown and of the whole period. */
export function flagsAt(row: MatrixRow | undefined): FlagMark {
  const shown = shownPlan()
  if (!shown || typeof row?.id !== 'number') return { count: 0, severity: null }
  return shown.columns.flagsOfProject(row.id, shown.year)
}

/** Why a line may not pay the project of a row, or null where it may. */
export function refusalAt(row: MatrixRow | undefined, line: number): EligibilityCondition | null {
  if (typeof row?.id !== 'number') return null
  return shownPlan()?.columns.refusalOf(row.id, line) ?? null
}

/** Whether any line keeps a reserve, so that the reserve's row is worth its height. */
export function hasReserve(columns: PlanColumns): boolean {
  return columns.lines.some((line) => [...line.years.values()].some(({ reserve }) => reserve > 0n))
}
