import type { ImportResult, NumberFormat, TableKind } from '../../contract/tables.ts'
import type { Unit } from '../../core/money.ts'
import type { Plan } from '../../core/plan.ts'
import type { PlanChange } from '../../core/plan-change.ts'
import type { TableRow } from './sheet-table.ts'

/** One table to import: where it came from and its rows, header row first. */
export interface ImportTable {
  readonly file: string
  readonly sheet: string
  readonly rows: readonly TableRow[]
}

/** How the tables write their amounts. */
export interface ImportOptions {
  readonly unit: Unit
  readonly numberFormat: NumberFormat
}

/** What an import would do to the plan: no changes at all when any problem is an error. */
export interface PlannedImport {
  readonly changes: readonly PlanChange[]
  readonly result: ImportResult
}

/** Plans the import of tables into a plan without touching it. */
export declare function planImport(
  plan: Plan,
  tables: Partial<Record<TableKind, ImportTable>>,
  options: ImportOptions,
): PlannedImport
