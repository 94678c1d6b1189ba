import type { ColumnMap } from './column-map.ts'
import type { ImportTable } from './import-table.ts'
import type { ProblemFinding, ProblemList } from './problem-list.ts'
import { type TableRow, cellText } from './sheet-table.ts'
import type { TableAddress } from './table-address.ts'

/** Tells what is to be said of a table before its rows are read: its columns, encoding, formulas, other sheets. */
export function reportTable(
  table: ImportTable,
  rows: readonly TableRow[],
  map: ColumnMap,
  address: TableAddress,
  problems: ProblemList,
): void {
  const header = table.rows[0] ?? { number: 1, cells: [] }
  const whole = address.at(header, -1)
  for (const index of map.duplicates)
    problems.add(address.at(header, index), {
      code: 'column-duplicate',
      value: address.heading(index),
    })
  for (const index of map.unknown)
    problems.add(address.at(header, index), {
      code: table.annex ? 'column-not-taken' : 'column-unknown',
      severity: 'info',
      value: address.heading(index),
    })
  for (const finding of findingsOf(table)) problems.add(whole, finding)
  reportSurplus(table, rows, header.cells.length, address, problems)
}

/** What is to be said of the table as a whole. */
function findingsOf(table: ImportTable): ProblemFinding[] {
  const { formulas = 0, hiddenRows = 0, others = [], encoding, encodingEvidence } = table
  const findings: ProblemFinding[] = []
  if (formulas > 0)
    findings.push({ code: 'formula-value', severity: 'info', detail: { count: formulas } })
  // The person sees best whether an encoding told by the words it yields is right.
  if (encoding !== undefined && typeof encodingEvidence === 'object')
    findings.push({
      code: 'encoding-detected',
      severity: 'info',
      value: encoding,
      detail: { ...encodingEvidence },
    })
  for (const value of others) findings.push({ code: 'sheet-left-out', severity: 'warning', value })
  if (hiddenRows > 0)
    findings.push({ code: 'hidden-rows', severity: 'info', detail: { count: hiddenRows } })
  return findings
}

/** A cell beyond the last heading is mostly a delimiter inside an unquoted text: everything after it slid. */
function reportSurplus(
  { delimiter }: ImportTable,
  rows: readonly TableRow[],
  width: number,
  address: TableAddress,
  problems: ProblemList,
): void {
  if (delimiter === undefined) return
  for (const row of rows) {
    const surplus = row.cells.findIndex((cell, i) => i >= width && cellText(cell).trim() !== '')
    if (surplus < 0) continue
    const value = cellText(row.cells[surplus])
    problems.add(address.at(row, surplus), { code: 'row-incomplete', value, detail: { width } })
  }
}
