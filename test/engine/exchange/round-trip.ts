import { createHash } from 'node:crypto'
import { TABLE_KINDS, type TableKind } from '../../../src/contract/tables.ts'
import { contentHash } from '../../../src/core/content-hash.ts'
import type { Unit } from '../../../src/core/money.ts'
import { type Plan, createPlan } from '../../../src/core/plan.ts'
import { applyChange } from '../../../src/core/plan-change.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { exportTable } from '../../../src/engine/exchange/export-plan.ts'
import { type ImportTable, planImport } from '../../../src/engine/exchange/import-plan.ts'
import { chooseTable, readTables } from '../../../src/engine/exchange/read-table.ts'

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

/** Exports every table of a plan and imports them into an empty one. */
export async function carryOver(plan: Plan, format: 'csv' | 'xlsx', unit: Unit): Promise<Plan> {
  const tables = await exportTables(plan, format, unit)
  const copy = createPlan(plan.settings)
  const { changes, result } = planImport(copy, tables, { unit, numberFormat: 'auto' })
  const errors = result.problems.filter(({ severity }) => severity === 'error')
  if (errors.some(({ code }) => code !== 'table-empty')) throw new Error(JSON.stringify(errors))
  for (const change of changes) applyChange(copy, change)
  return copy
}

async function exportTables(plan: Plan, format: 'csv' | 'xlsx', unit: Unit) {
  const tables: Partial<Record<TableKind, ImportTable>> = {}
  for (const kind of TABLE_KINDS) {
    if (plan[kind].size === 0) continue
    const bytes = await exportTable(plan, new PlanIndex(plan), kind, format, {
      unit,
      language: 'vi',
    })
    const table = chooseTable(await readTables(bytes, `${kind}.${format}`), kind)
    if (table) tables[kind] = { file: `${kind}.${format}`, ...table }
  }
  return tables
}
