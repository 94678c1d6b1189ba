import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** A table's rows by their code; one without a code and one whose code stood before are reported. */
export function rowsByCode(reader: TableReader, key = 'code'): ReadonlyMap<string, TableRow> {
  const rows = new Map<string, TableRow>()
  for (const row of reader.rows) {
    const code = reader.text(row, key) ?? ''
    const earlier = rows.get(code)
    if (code === '') reportNoCode(reader, row, key)
    else if (earlier)
      reader.report(row, key, { code: 'code-duplicate', detail: { first: earlier.number } })
    else rows.set(code, row)
  }
  return rows
}

/** Reports a row that names nothing. */
export function reportNoCode(reader: TableReader, row: TableRow, key = 'code'): void {
  if (reader.has(key)) reader.report(row, key, { code: 'code-missing' })
  else reader.reportMissing(row, key)
}
