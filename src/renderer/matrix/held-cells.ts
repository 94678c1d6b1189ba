import type { FiscalYear } from '../../core/fiscal-year.ts'
import { isTotalHeld } from '../../core/hold.ts'
import { holdOf, useHolds } from '../plan/hold-store.ts'
import type { MatrixRow } from './matrix-row.ts'
import { shownPlan } from './matrix-values.ts'

/** Whether a project's cell under a line is held, by itself, its row or its column. */
export function isHeldAt(
  row: MatrixRow | undefined,
  line: number,
  ofYear: FiscalYear | null = null,
): boolean {
  const shown = shownPlan()
  if (!shown || typeof row?.id !== 'number') return false
  return holdOf({ project: row.id, line, year: ofYear ?? shown.year }) !== null
}

/** Whether a project's total is held. */
export function isTotalHeldAt(row: MatrixRow | undefined): boolean {
  const shown = shownPlan()
  if (!shown || typeof row?.id !== 'number') return false
  return isTotalHeld(useHolds.getState(), row.id, shown.year)
}
