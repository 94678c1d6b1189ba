import type { Database } from 'better-sqlite3'
import type { Compilable } from 'kysely'
import { AllocationTable } from '../../core/allocation-table.ts'
import { type Money, money } from '../../core/money.ts'
import { query, readRows } from './tables.ts'

// These two tables hold most of a workbook. Read in one pass as plain numbers, they take half the time of rows of
// bigints. It is exact: the schema's CHECK keeps amounts within 10^15 < 2^53, and `integrity_check` holds every file to it.
const allocations = query
  .selectFrom('allocations')
  .orderBy('project_id')
  .orderBy('line_id')
  .orderBy('year')
const needs = query.selectFrom('project_needs').orderBy('project_id').orderBy('year')

/** Reads every allocation of the plan. */
export function loadAllocations(db: Database): AllocationTable {
  const rows = readNumbers<[number, number, number, number]>(
    db,
    allocations.select(['project_id', 'line_id', 'year', 'amount']),
  )
  const columns = {
    project: new Int32Array(rows.length),
    line: new Int32Array(rows.length),
    year: new Int16Array(rows.length),
    amount: new Float64Array(rows.length),
    held: new Uint8Array(rows.length),
  }
  rows.forEach(([project, line, year, amount], row) => {
    columns.project[row] = project
    columns.line[row] = line
    columns.year[row] = year
    columns.amount[row] = amount
  })
  const table = AllocationTable.of(columns)
  const remarked = allocations
    .selectAll()
    .where((is) => is.or([is('is_held', '=', 1n), is('note', '!=', '')]))
  for (const row of readRows(db, remarked)) {
    table.set({
      project: Number(row.project_id),
      line: Number(row.line_id),
      year: Number(row.year),
      amount: money(row.amount),
      note: row.note,
      isHeld: row.is_held === 1n,
    })
  }
  return table
}

/** Reads what each project needs, by year. */
export function loadNeeds(db: Database): Map<number, Map<number, Money>> {
  const byProject = new Map<number, Map<number, Money>>()
  const rows = readNumbers<[number, number, number]>(
    db,
    needs.select(['project_id', 'year', 'need']),
  )
  let last: number | null = null
  let ofProject = new Map<number, Money>()
  for (const [project, year, need] of rows) {
    if (project !== last) {
      ofProject = new Map()
      byProject.set(project, ofProject)
      last = project
    }
    ofProject.set(year, money(need))
  }
  return byProject
}

/** Rows of plain numbers. */
function readNumbers<Row extends number[]>(db: Database, columns: Compilable): Row[] {
  const { sql } = columns.compile()
  return db.prepare<[], Row>(sql).safeIntegers(false).raw().all()
}
