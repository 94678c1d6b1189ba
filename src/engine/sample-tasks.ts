import type { PlanChange } from '../core/plan-change.ts'
import { cellText } from './exchange/sheet-table.ts'
import { readSheetsOf } from './import-tables.ts'

/** Reads the sample's tasks, a row each under `code,name,basis`, as edits that put them into an empty plan. */
export async function readSampleTasks(path: string): Promise<PlanChange[]> {
  const [table] = await readSheetsOf({ path, read: {} })
  const [header, ...rows] = (table?.rows ?? []).map(({ cells }) => cells.map(cellText))
  const columns = (['code', 'name', 'basis'] as const).map((key) => header?.indexOf(key) ?? -1)
  return rows.map((row, at) => {
    const [code = '', name = '', basis = ''] = columns.map((column) => row[column] ?? '')
    const id = at + 1
    return { kind: 'task-set', id, before: null, after: { id, code, name, basis } }
  })
}
