import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** The id of the project, line or task a cell names; null, with a problem at the cell, where there is none. */
export function readReference(
  reader: TableReader,
  row: TableRow,
  key: string,
  find: (code: string) => number | undefined,
  kind: 'project' | 'line' | 'task' = key === 'line' ? 'line' : 'project',
): number | null {
  const code = reader.text(row, key) ?? ''
  const id = find(code) ?? null
  if (code === '') reader.reportMissing(row, key)
  else if (id === null) reader.report(row, key, { code: `${kind}-unknown` })
  return id
}
