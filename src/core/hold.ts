import type { Cell } from './allocation.ts'
import type { AllocationTable } from './allocation-table.ts'
import type { FiscalYear } from './fiscal-year.ts'

/** What a hold keeps in a year: one cell, all cells of a project, all cells of a line, or only a project's total. */
export type HoldKind = 'cell' | 'row' | 'column' | 'total'

/** Every kind of hold, narrowest first. */
export const HOLD_KINDS: readonly HoldKind[] = ['cell', 'row', 'column', 'total']

/** A place no operation may change; a column has no project, a row and a total have no line. */
export interface Hold {
  readonly kind: HoldKind
  readonly project: number | null
  readonly line: number | null
  readonly year: FiscalYear
}

/** What of a plan says what is held. */
export interface Holdings {
  readonly allocations: AllocationTable
  readonly holds: ReadonlyMap<string, Hold>
}

/** One hold's key in a map: `kind:project:line:year`, nothing for an absent id. */
export function holdKey({ kind, project, line, year }: Hold): string {
  return `${kind}:${project ?? ''}:${line ?? ''}:${year}`
}

/** What keeps the amount of a cell as it is, narrowest first, or null; a held total leaves its cells free. */
export function heldBy(
  { allocations, holds }: Holdings,
  cell: Cell,
): Exclude<HoldKind, 'total'> | null {
  const { project, line, year } = cell
  if (allocations.isHeld(cell)) return 'cell'
  if (holds.size === 0) return null
  if (holds.has(holdKey({ kind: 'cell', project, line, year }))) return 'cell'
  if (holds.has(holdKey({ kind: 'row', project, line: null, year }))) return 'row'
  return holds.has(holdKey({ kind: 'column', project: null, line, year })) ? 'column' : null
}

/** Whether a project's total of a year may not move. */
export function isTotalHeld(
  { holds }: Pick<Holdings, 'holds'>,
  project: number,
  year: FiscalYear,
): boolean {
  return holds.has(holdKey({ kind: 'total', project, line: null, year }))
}

/** Every held place; a held cell with money is told like any other. */
export function listHolds({ allocations, holds }: Holdings): Hold[] {
  const cells = [...allocations.values()].filter((allocation) => allocation.isHeld)
  return [
    ...cells.map(({ project, line, year }): Hold => ({ kind: 'cell', project, line, year })),
    ...holds.values(),
  ]
}
