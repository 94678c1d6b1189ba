import { type ExportWhat, TABLE_KINDS } from '../../contract/tables.ts'
import { WorkbenchError } from '../../core/error.ts'
import type { Unit } from '../../core/money.ts'
import type { Plan } from '../../core/plan.ts'
import type { PlanIndex } from '../../core/plan-index.ts'
import type { Flag } from '../../core/rules/rule.ts'
import { type AnnexScope, annexSheet } from './annex.ts'
import { annexTable } from './annex-table.ts'
import { annualAnnex } from './annual-annex.ts'
import { ANNEX_WORDS } from './annex-words.ts'
import type { PrintedPage } from '../../contract/printed-page.ts'
import { type CsvCell, writeCsv } from './csv.ts'
import { flagTable } from './flag-table.ts'
import type { OutCell, OutSheet } from './out-sheet.ts'
import { programmeList } from './programme-list.ts'
import { plainTable } from './plain-tables.ts'
import { sheetsHtml } from './sheet-html.ts'
import { writeSheets } from './sheet.ts'

/** How an export is written; `flags` only matters to `what: 'flags'`, `year` picks one year of the annex. */
export interface ExportOptions {
  readonly unit: Unit
  readonly language: 'vi' | 'en'
  readonly flags?: readonly Flag[]
  readonly year?: number | undefined
  /** What the foot of a sheet for people says. */
  readonly stamp?: string | undefined
}

/** The bytes of a table, all tables, the flags or the annex. @throws `export-format` for `all` as csv */
export async function exportTable(
  plan: Plan,
  index: PlanIndex,
  what: ExportWhat,
  format: 'csv' | 'xlsx',
  options: ExportOptions,
): Promise<Uint8Array> {
  if (format === 'csv')
    return writeCsv(csvRows(plan, index, what, options).map((row) => row.map(toCsvCell)))
  return writeSheets(sheetsOf(plan, index, what, options))
}

/** The sheets for people as a page to print. @throws `export-format` for what no sheet for people is */
export function exportPage(
  plan: Plan,
  index: PlanIndex,
  what: ExportWhat,
  options: ExportOptions,
): PrintedPage {
  const sheets = sheetsOf(plan, index, what, options)
  const print = sheets[0]?.print
  if (!print) throw new WorkbenchError('export-format', { what, format: 'pdf' })
  const { paper, footer, page } = print
  return { html: sheetsHtml(sheets, options.language), paper, footer, page }
}

function csvRows(
  plan: Plan,
  index: PlanIndex,
  what: ExportWhat,
  options: ExportOptions,
): OutCell[][] {
  if (what === 'all') throw new WorkbenchError('export-format', { what, format: 'csv' })
  if (what === 'flags') return flagTable(options.flags ?? [], options.language, options.unit)
  if (what === 'annual' || what === 'list')
    return sheetsOf(plan, index, what, options).flatMap(({ rows }) => rows.map((row) => [...row]))
  if (what !== 'matrix') return plainTable(plan, what, options.unit)
  return annexTable(index, annexYears(index, options), options.unit, ANNEX_WORDS[options.language])
}

function sheetsOf(
  plan: Plan,
  index: PlanIndex,
  what: ExportWhat,
  options: ExportOptions,
): OutSheet[] {
  const { unit, language } = options
  const words = ANNEX_WORDS[language]
  const scope = (year: number): AnnexScope => ({ year, unit, words, stamp: options.stamp })
  const years = annexYears(index, options)
  if (what === 'matrix') return years.map((year) => annexSheet(index, scope(year)))
  if (what === 'annual') return years.map((year) => annualAnnex(index, scope(year)))
  if (what === 'list') return [programmeList(index, scope(index.plan.settings.from))]
  const kinds = what === 'all' ? TABLE_KINDS : [what]
  return kinds.map((kind) => {
    const rows =
      kind === 'flags'
        ? flagTable(options.flags ?? [], language, unit)
        : plainTable(plan, kind, unit)
    return plainSheet(kind, rows, words.longNumber)
  })
}

function annexYears(index: PlanIndex, { year }: ExportOptions): readonly number[] {
  return year === undefined ? index.years : [year]
}

function plainSheet(name: string, rows: OutCell[][], longNumberNote: string): OutSheet {
  const widths = (rows[0] ?? []).map((_, column) => columnWidth(rows, column))
  return { name, rows, widths, frozen: { rows: 1, columns: 1 }, longNumberNote }
}

function columnWidth(rows: readonly OutCell[][], column: number): number {
  const lengths = rows.slice(0, 200).map((row) => cellLength(row[column]))
  return Math.min(60, Math.max(10, ...lengths) + 2)
}

function cellLength(cell: OutCell | undefined): number {
  if (!cell) return 0
  return 'text' in cell ? cell.text.length : cell.number.length * 1.4
}

function toCsvCell(cell: OutCell): CsvCell {
  if (cell === null) return ''
  return 'text' in cell ? cell.text : { number: cell.number }
}
