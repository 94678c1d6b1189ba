import type { FiscalYear } from '../../../core/fiscal-year.ts'
import type { Hold } from '../../../core/hold.ts'
import { lineOfColumn, yearOfColumn } from '../matrix-row.ts'
import type { RowId } from '../range/grid-order.ts'
import type { CellRange, Selection } from '../range/selection.ts'

/** All projects of the plan, all amount columns shown, and the year a column without one stands for. */
export interface HoldGround {
  readonly projects: number
  readonly columns: readonly string[]
  readonly year: FiscalYear
}

/**
 * What holding a selection holds: a project's total under `allocated`, a whole row or column where all of it is
 * selected, else cell by cell.
 */
export function holdsOfSelection(selection: Selection, ground: HoldGround): Hold[] {
  return selection.flatMap((range) => {
    const rows = range.rows.filter((row) => typeof row === 'number')
    const amounts = range.columns.filter((column) => lineOfColumn(column) !== null)
    if (amounts.length === 0 && range.columns.includes('allocated'))
      return rows.map((row) => hold('total', row, null, ground.year))
    if (isAll(amounts, ground.columns)) return rows.flatMap((row) => wholeRow(row, range, ground))
    if (rows.length === ground.projects && rows.length > 1)
      return amounts.map((column) =>
        hold('column', null, lineOfColumn(column), yearOf(column, ground)),
      )
    return rows.flatMap((row) =>
      amounts.map((column) => hold('cell', row, lineOfColumn(column), yearOf(column, ground))),
    )
  })
}

function wholeRow(row: number, { columns }: CellRange, ground: HoldGround): Hold[] {
  const years = new Set(
    columns
      .filter((column) => lineOfColumn(column) !== null)
      .map((column) => yearOf(column, ground)),
  )
  return [...years].map((year) => hold('row', row, null, year))
}

function isAll(some: readonly string[], all: readonly string[]): boolean {
  return all.length > 1 && some.length === all.length
}

function yearOf(column: string, { year }: HoldGround): FiscalYear {
  return yearOfColumn(column) ?? year
}

function hold(
  kind: Hold['kind'],
  project: RowId | null,
  line: number | null,
  year: FiscalYear,
): Hold {
  return { kind, project: project === null ? null : Number(project), line, year }
}
