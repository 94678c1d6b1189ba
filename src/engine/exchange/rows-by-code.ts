import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** A table's rows by their code; one without a code and one whose code stood before are reported. */
export function rowsByCode(reader: TableReader): ReadonlyMap<string, TableRow> {
  const rows = new Map<string, TableRow>()
  for (const row of reader.rows) {
    const code = reader.text(row, 'code') ?? ''
    const earlier = rows.get(code)
    if (code === '') reportNoCode(reader, row)
    else if (earlier)
      reader.report(row, 'code', { code: 'code-duplicate', detail: { first: earlier.number } })
    else rows.set(code, row)
  }
  return rows
}

/** Reports a row that names nothing. */
export function reportNoCode(reader: TableReader, row: TableRow): void {
  if (reader.has('code')) reader.report(row, 'code', { code: 'code-missing' })
  else reader.reportMissing(row, 'code')
}
