import type { Database } from 'better-sqlite3'
import type { Compilable } from 'kysely'
import { AllocationTable } from '../../core/allocation-table.ts'
import { type Money, money } from '../../core/money.ts'
import { query, readRows } from './tables.ts'

// These two tables hold most of a workbook. Read a column at a time as plain numbers, they take a third of the time of
// rows of bigints and leave nothing to collect. It is exact: the schema's CHECK keeps amounts within 10^15 < 2^53, and
// `integrity_check` holds every file to it.
const allocations = query
  .selectFrom('allocations')
  .orderBy('project_id')
  .orderBy('line_id')
  .orderBy('year')
const needs = query.selectFrom('project_needs').orderBy('project_id').orderBy('year')

/** Reads every allocation of the plan. */
export function loadAllocations(db: Database): AllocationTable {
  const amount = new Float64Array(readNumbers(db, allocations.select('amount')))
  const table = AllocationTable.of({
    project: new Int32Array(readNumbers(db, allocations.select('project_id'))),
    line: new Int32Array(readNumbers(db, allocations.select('line_id'))),
    year: new Int16Array(readNumbers(db, allocations.select('year'))),
    amount,
    held: new Uint8Array(amount.length),
  })
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
  const projects = readNumbers(db, needs.select('project_id'))
  const years = readNumbers(db, needs.select('year'))
  const amounts = readNumbers(db, needs.select('need'))
  let ofProject = new Map<number, Money>()
  projects.forEach((project, row) => {
    if (project !== projects[row - 1]) {
      ofProject = new Map()
      byProject.set(project, ofProject)
    }
    ofProject.set(years[row] as number, money(amounts[row] as number))
  })
  return byProject
}

/** One column as plain numbers. */
function readNumbers(db: Database, column: Compilable): number[] {
  const { sql } = column.compile()
  return db.prepare<[], number>(sql).safeIntegers(false).pluck().all()
}
