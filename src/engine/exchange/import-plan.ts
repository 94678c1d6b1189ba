import { type ImportResult, TABLE_KINDS, type TableKind } from '../../contract/tables.ts'
import type { Plan } from '../../core/plan.ts'
import type { PlanChange } from '../../core/plan-change.ts'
import { checkSums } from './check-sums.ts'
import { importAllocations } from './import-allocations.ts'
import { ImportDraft } from './import-draft.ts'
import { importLines } from './import-lines.ts'
import { importProgrammes } from './import-programmes.ts'
import { importProjects } from './import-projects.ts'
import type { ImportOptions, ImportTable } from './import-table.ts'
import { openTable } from './open-table.ts'
import type { TableReader } from './table-reader.ts'

export type { ImportOptions, ImportTable } from './import-table.ts'

/** What an import would do to the plan: no changes at all when any problem is an error. */
export interface PlannedImport {
  readonly changes: readonly PlanChange[]
  readonly result: ImportResult
}

const IMPORTERS: Readonly<Record<TableKind, (draft: ImportDraft, reader: TableReader) => void>> = {
  programmes: importProgrammes,
  lines: importLines,
  projects: importProjects,
  allocations: importAllocations,
}

/** Plans the import of tables into a plan without touching it; a table may name what an earlier one adds. */
export function planImport(
  plan: Plan,
  tables: Partial<Record<TableKind, ImportTable>>,
  options: ImportOptions,
): PlannedImport {
  const draft = new ImportDraft(plan)
  for (const kind of TABLE_KINDS) {
    const table = tables[kind]
    if (!table) continue
    const { reader, sums } = openTable(kind, table, options, draft)
    IMPORTERS[kind](draft, reader)
    checkSums(reader, sums)
  }
  const { added, updated, unchanged, changes } = draft
  const { problems, hasErrors } = draft.problems
  if (hasErrors) return { changes: [], result: { added: 0, updated: 0, unchanged: 0, problems } }
  return { changes, result: { added, updated, unchanged, problems } }
}
