import { type FiscalYear, YEAR_LIMITS, isYearWithin } from '../../core/fiscal-year.ts'
import type { Plan, PlanSettings } from '../../core/plan.ts'
import type { Steps } from '../steps.ts'
import type { ImportDraft } from './import-draft.ts'
import { isSameEntry } from './is-same-entry.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** Sets the plan's title, organisation, period and basis from the table's only row. */
export function* importSettings(draft: ImportDraft, reader: TableReader): Steps<void> {
  const [row, ...more] = reader.rows
  if (!row) return
  yield 0
  for (const other of more)
    reader.report(other, 'title', { code: 'row-conflict', detail: { first: row.number } })
  const before = draft.plan.settings
  const after: PlanSettings = {
    ...before,
    title: reader.text(row, 'title') ?? before.title,
    organisation: reader.text(row, 'organisation') ?? before.organisation,
    basis: reader.text(row, 'basis') ?? before.basis,
    from: reader.year(row, 'from') ?? before.from,
    to: reader.year(row, 'to') ?? before.to,
  }
  reportPeriod(draft, reader, row, after)
  draft.settings = after
  draft.settle({ kind: 'settings-set', before, after }, isSameEntry(before, after))
}

/** A period that ends before it begins, or that leaves out a year with figures, is refused. */
function reportPeriod(
  { plan }: ImportDraft,
  reader: TableReader,
  row: TableRow,
  { from, to }: PlanSettings,
): void {
  const { longest } = YEAR_LIMITS
  const filled = filledYears(plan)
  const isWhole = from <= to && to - from < longest
  if (isWhole && filled.every((year) => isYearWithin(year, { from, to }))) return
  const [first, last] = [filled[0] ?? from, filled.at(-1) ?? to]
  const key = reader.has('to') ? 'to' : 'from'
  reader.report(row, key, { code: 'period-invalid', detail: { from, to, longest, first, last } })
}

/** The years of the period as it stands that hold figures or holds, earliest first. */
function filledYears({ settings, lines, projects, allocations, holds }: Plan): FiscalYear[] {
  const years = new Set<FiscalYear>()
  for (const line of lines.values()) for (const year of line.years.keys()) years.add(year)
  for (const { needs } of projects.values()) for (const year of needs.keys()) years.add(year)
  for (const { year } of allocations.values()) years.add(year)
  for (const { year } of holds.values()) years.add(year)
  return [...years].filter((year) => isYearWithin(year, settings)).sort((a, b) => a - b)
}
