import type { ExportWhat } from '../../contract/tables.ts'
import type { Unit } from '../../core/money.ts'
import type { Plan } from '../../core/plan.ts'
import type { PlanIndex } from '../../core/plan-index.ts'
import type { Flag } from '../../core/rules/rule.ts'

/** How an export is written; `flags` only matters to `what: 'flags'`, `year` picks one year of the annex. */
export interface ExportOptions {
  readonly unit: Unit
  readonly language: 'vi' | 'en'
  readonly flags?: readonly Flag[]
  readonly year?: number
}

/** The bytes of a table, all tables, the flags or the annex. @throws `export-format` for `all` as csv */
export declare function exportTable(
  plan: Plan,
  index: PlanIndex,
  what: ExportWhat,
  format: 'csv' | 'xlsx',
  options: ExportOptions,
): Promise<Uint8Array>
