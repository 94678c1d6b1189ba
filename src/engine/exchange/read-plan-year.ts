import { type FiscalYear, isYearWithin } from '../../core/fiscal-year.ts'
import type { ImportDraft } from './import-draft.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** The year a row is about; null, with a problem at its cell, where it names none of the plan's. */
export function readPlanYear(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
): FiscalYear | null {
  const year = reader.year(row, 'year') ?? null
  if (reader.isBlank(row, 'year')) reader.reportMissing(row, 'year')
  if (year === null || isYearWithin(year, draft.period)) return year
  reader.report(row, 'year', { code: 'year-outside-plan', detail: draft.period })
  return null
}
