import { extname } from 'node:path'
import type { ExportWhat } from '../contract/tables.ts'
import { WorkbenchError } from '../core/error.ts'
import type { Unit } from '../core/money.ts'
import { exportTable } from './exchange/export-plan.ts'
import type { WorkbookSession } from './session.ts'
import { replaceFile } from './workbook/publish.ts'

/** Writes a table, all of them, the flags or the annex to a file whose extension says the format. */
export async function exportFile(
  { plan, index, flags }: WorkbookSession,
  path: string,
  what: ExportWhat,
  options: { unit: Unit; language: 'vi' | 'en' },
): Promise<void> {
  const format = formatOf(path)
  const bytes = await exportTable(plan, index, what, format, { ...options, flags: flags.list() })
  replaceFile(path, bytes)
}

/** The format a path's extension names. @throws `export-format` */
export function formatOf(path: string): 'csv' | 'xlsx' {
  const extension = extname(path).toLowerCase()
  if (extension === '.csv') return 'csv'
  if (extension === '.xlsx') return 'xlsx'
  throw new WorkbenchError('export-format', { path, extension })
}
