import type { FlagMark } from '../../contract/flag-mark.ts'
import type { EligibilityCondition } from '../../core/eligibility.ts'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import { type Money, ZERO, money } from '../../core/money.ts'
import type { Project } from '../../core/project.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import type { TotalsRowId } from '../plan/window-store.ts'
import { useGroups } from './groups/group-store.ts'
import { type GivenSum, type MatrixRow, isGroupRow } from './matrix-row.ts'

/** The plan and year the grid shows now; every getter reads them afresh, so columns never need rebuilding. */
export function shownPlan(): { columns: PlanColumns; year: FiscalYear } | null {
  const { columns } = usePlan.getState()
  return columns && { columns, year: useWindow.getState().year }
}

/** The project of a row, where it is one. */
export function projectAt(row: MatrixRow | undefined): Project | undefined {
  return typeof row?.id === 'number' ? shownPlan()?.columns.project(row.id) : undefined
}

/** The projects whose sum a row shows: the members of a group that pass the filter. */
export function membersAt(row: MatrixRow | undefined): readonly number[] {
  if (!row || !isGroupRow(row.id)) return []
  return useGroups.getState().shown.get(row.id) ?? []
}

/** The amount in a line's column: a cell of the plan, or a sum in a row of a group or of totals. */
export function lineAmount(
  row: MatrixRow | undefined,
  line: number,
  ofYear: FiscalYear | null = null,
): Money | null {
  return readRow(row, ofYear, {
    project: (id, { columns, year }) => columns.amountAt(id, line, year),
    totals: (id, { columns, year }) => columns.sumsOfLine(line, year)[id],
  })
}

/** What all lines of a programme give a row. */
export function bandAmount(row: MatrixRow | undefined, lines: readonly number[]): Money | null {
  if (!row) return null
  return money(lines.reduce((sum, line) => sum + (lineAmount(row, line) ?? 0n), 0n))
}

/** What a project or a group needs; in the totals row of allocations, what all projects need. */
export function needAt(row: MatrixRow | undefined): Money | null {
  return readRow(row, null, {
    project: (id, { columns, year }) => columns.needOf(id, year),
    totals: (id, { columns, year }) =>
      id === 'allocated' ? (columns.totalsOf(year)?.need ?? ZERO) : null,
  })
}

/** What a project or a group gets; in a totals row, that total over all lines. */
export function allocatedAt(
  row: MatrixRow | undefined,
  ofYear: FiscalYear | null = null,
): Money | null {
  return readRow(row, ofYear, {
    project: (id, { columns, year }) => columns.allocatedOf(id, year),
    totals: (id, { columns, year }) => columns.totalsOf(year)?.[id] ?? ZERO,
  })
}

/** What a year or all years give a row, from one line or from all. */
export function givenAt(row: MatrixRow | undefined, { year, line }: GivenSum): Money | null {
  const years = year === null ? (shownPlan()?.columns.years ?? []) : [year]
  let sum: bigint | null = null
  for (const one of years) {
    const amount = line === null ? allocatedAt(row, one) : lineAmount(row, line, one)
    if (amount !== null) sum = (sum ?? 0n) + amount
  }
  return sum === null ? null : money(sum)
}

interface Shown {
  readonly columns: PlanColumns
  readonly year: FiscalYear
}

/** Reads a row of any kind; a group is the exact sum of its members. */
function readRow(
  row: MatrixRow | undefined,
  ofYear: FiscalYear | null,
  read: {
    project(id: number, shown: Shown): Money
    totals(id: TotalsRowId, shown: Shown): Money | null
  },
): Money | null {
  const now = shownPlan()
  if (!now || !row) return null
  const shown = { columns: now.columns, year: ofYear ?? now.year }
  if (typeof row.id === 'number') return read.project(row.id, shown)
  if (!isGroupRow(row.id)) return read.totals(row.id, shown)
  let sum = 0n
  for (const member of membersAt(row)) sum += read.project(member, shown)
  return money(sum)
}

/** How many target programmes pay a project. */
export function programmesAt(row: MatrixRow | undefined): number | null {
  const shown = shownPlan()
  if (!shown || typeof row?.id !== 'number') return null
  return shown.columns.sumsOfProject(row.id, shown.year).programmes
}

/** A project's open flags of the year shown and of the whole period; none while they are not known. */
export function flagsAt(row: MatrixRow | undefined): FlagMark {
  const shown = shownPlan()
  const flags =
    typeof row?.id === 'number' ? shown?.columns.flagsOfProject(row.id, shown.year) : null
  return flags ?? { count: 0, severity: null }
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
