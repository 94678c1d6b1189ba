import { createHash } from 'node:crypto'
import { type ExportWhat, TABLE_KINDS, type TableKind } from '../../../src/contract/tables.ts'
import { contentHash } from '../../../src/core/content-hash.ts'
import type { Unit } from '../../../src/core/money.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { applyChange } from '../../../src/core/plan-change.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { exportTable } from '../../../src/engine/exchange/export-plan.ts'
import { type ImportTable, planImport } from '../../../src/engine/exchange/import-plan.ts'
import { chooseTable, readTables } from '../../../src/engine/exchange/read-table.ts'
import { emptyPlan } from './random-plan.ts'

/** SHA-256 of what a plan says. */
export function hashOf(plan: Plan): string {
  const hash = createHash('sha256')
  return contentHash(plan, {
    update: (piece) => {
      hash.update(piece)
    },
    digest: () => hash.digest('hex'),
  })
}

/** Exports every table of a plan and imports them into a plan that has nothing in common with it. */
export async function carryOver(plan: Plan, format: 'csv' | 'xlsx', unit: Unit): Promise<Plan> {
  const tables = await exportTables(plan, format, unit)
  const copy = emptyPlan()
  const { changes, result } = planImport(copy, tables, { unit, numberFormat: 'auto' })
  const errors = result.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  for (const change of changes) applyChange(copy, change)
  return copy
}

/** As files: one .csv for each table, or one .xlsx that holds them all. */
async function exportTables(plan: Plan, format: 'csv' | 'xlsx', unit: Unit) {
  const tables: Partial<Record<TableKind, ImportTable>> = {}
  const write = (what: ExportWhat) =>
    exportTable(plan, new PlanIndex(plan), what, format, { unit, language: 'vi' })
  const whole = format === 'xlsx' ? await readTables(await write('all'), 'all.xlsx') : null
  for (const kind of TABLE_KINDS) {
    const sheets = whole ?? (await readTables(await write(kind), `${kind}.csv`))
    const table = chooseTable(sheets, kind)
    if (!table) throw new Error(`no table of ${kind}`)
    tables[kind] = { file: `${kind}.${format}`, ...table }
  }
  return tables
}
