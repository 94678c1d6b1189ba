import type { TableKind, TableMapping } from '../../contract/tables.ts'
import { WorkbenchError } from '../../core/error.ts'
import { hasMoneyColumns } from './annex-columns.ts'
import { type AnnexHeader, findAnnexHeader, headerAt } from './annex-header.ts'
import { countKnownColumns, mapColumns, recogniseTable } from './column-map.ts'
import { UNWATCHED, type Work, workThrough } from '../work.ts'
import { type Delimiter, readCsvSteps } from './csv.ts'
import { foldHeading } from './fold-heading.ts'
import { SHEET_NAMES } from './headings.ts'
import { readSheetSteps } from './read-sheets.ts'
import { type SheetTable, type TableRow, cellText } from './sheet-table.ts'
import type { Encoding } from './text-encoding.ts'
import { ARCHIVE_LIMITS } from './zip-archive.ts'

/** How far down a sheet its header row may stand. */
const HEADER_ROWS = 20

/** What the person said about the file; whatever is absent is detected. */
export interface ReadOptions {
  readonly sheet?: string | undefined
  readonly delimiter?: Delimiter | undefined
  readonly encoding?: Encoding | undefined
}

/** A sheet from its header row on; what stands above it is kept apart, and an annex keeps its heading. */
export interface CutTable extends SheetTable {
  readonly above: readonly TableRow[]
  readonly annex?: AnnexHeader
  /** Other sheets that hold such a table and are not read. */
  readonly others?: readonly string[]
}

/** A sheet that holds a plain table: its rows from the header row on, and what the header says it is. */
export interface FoundTable extends CutTable {
  readonly kind: TableKind
}

/** Every sheet of a .csv or .xlsx, told apart by content. @throws `table-…` `work-cancelled` */
export async function readTables(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
  work: Work = UNWATCHED,
): Promise<SheetTable[]> {
  if (bytes.length > ARCHIVE_LIMITS.fileBytes) {
    throw new WorkbenchError('table-too-large', { file, reason: 'file' })
  }
  const format = sniffFormat(bytes)
  if (format === 'csv') return [await workThrough(readCsvSteps(bytes, file, options), work)]
  if (format !== 'xlsx') throw new WorkbenchError('table-unsupported', { file, format })
  const sheets = await workThrough(readSheetSteps(bytes, file), work)
  if (options.sheet === undefined) return sheets
  const named = sheets.filter(({ sheet }) => isSameName(sheet, options.sheet ?? ''))
  if (named.length > 0) return named
  throw new WorkbenchError('table-sheet-unknown', {
    file,
    sheet: options.sheet,
    sheets: sheets.map(({ sheet }) => sheet),
  })
}

/** The plain tables among sheets, each from its header row on. */
export function findTables(sheets: readonly SheetTable[]): FoundTable[] {
  return sheets.flatMap((table) => {
    const cut = cutAtHeader(table)
    return kindsOf(table).map((kind) => ({ ...cut, kind }))
  })
}

/** The sheet that holds a table of this kind: named like it, else with its header, else the only one that is filled. */
export function chooseTable(
  sheets: readonly SheetTable[],
  kind: TableKind,
  mapping: TableMapping = {},
): CutTable | null {
  const { sheet: wanted } = mapping
  const filled = sheets
    .filter(
      ({ sheet, rows }) =>
        rows.some(isFilled) && (wanted === undefined || isSameName(sheet, wanted)),
    )
    .sort((a, b) => Number(a.isHidden ?? false) - Number(b.isHidden ?? false))
  const named = filled.find(({ sheet }) => SHEET_NAMES[kind].includes(foldHeading(sheet)))
  const recognised = filled.find((table) => kindsOf(table).includes(kind))
  const only = filled.length === 1 ? filled[0] : undefined
  const chosen = named ?? recognised ?? only
  if (!chosen) return null
  const others = filled
    .filter((table) => table !== chosen && kindsOf(table).includes(kind))
    .map(({ sheet }) => sheet)
  return { ...cutAtHeader(chosen, mapping), others }
}

/** What an annex lists may go on over several sheets; a plain table is one sheet. */
const SEVERAL: ReadonlySet<TableKind> = new Set(['projects', 'allocations'])

/** Every sheet to read for a kind: an annex's all but hidden ones, unless the person named one or told where its columns are. */
export function chooseTables(
  sheets: readonly SheetTable[],
  kind: TableKind,
  mapping: TableMapping = {},
): CutTable[] {
  const chosen = chooseTable(sheets, kind, mapping)
  if (!chosen) return []
  const isOne = [mapping.sheet, mapping.columns, mapping.headerRow].some((own) => own !== undefined)
  if (isOne || !chosen.annex || !SEVERAL.has(kind)) return [chosen]
  const further = sheets
    .filter(({ sheet, isHidden }) => chosen.others?.includes(sheet) && !isHidden)
    .map((table) => cutAtHeader(table))
    .filter(({ annex }) => annex !== undefined)
  const read = new Set(further.map(({ sheet }) => sheet))
  return [{ ...chosen, others: chosen.others?.filter((name) => !read.has(name)) ?? [] }, ...further]
}

/** What a sheet may be imported as: a plain table is one thing, an annex lists projects and mostly their money. */
function kindsOf(table: SheetTable): readonly TableKind[] {
  const annex = findProjectAnnex(table)
  if (annex) {
    const labels = annex.paths.map((path) => path.at(-1) ?? '')
    const isTracker = mapColumns('allocations', labels).columns.has('line')
    return isTracker || hasMoneyColumns(annex.paths) ? ['projects', 'allocations'] : ['projects']
  }
  const kind = recogniseTable(cutAtHeader(table).rows[0]?.cells ?? [])
  return kind === null ? [] : [kind]
}

/** An annex of projects: one row of headings over ordinals may also be a plain table of lines, programmes or tasks. */
function findProjectAnnex(table: SheetTable): AnnexHeader | null {
  const annex = findAnnexHeader(table)
  if (!annex || annex.bottom > annex.top) return annex
  const kind = recogniseTable(annex.paths.map((path) => path.at(-1) ?? ''))
  return kind === 'lines' || kind === 'programmes' || kind === 'tasks' ? null : annex
}

/** Whether a row holds anything. */
export function isFilled(row: TableRow): boolean {
  return row.cells.some((cell) => cellText(cell).trim() !== '')
}

function cutAtHeader(
  table: SheetTable,
  { headerRow, headerRows = 1 }: TableMapping = {},
): CutTable {
  const annex =
    headerRow === undefined
      ? findProjectAnnex(table)
      : headerAt(table, headerRow, headerRow + headerRows - 1)
  if (annex) return cutAtAnnex(table, annex)
  const { rows } = table
  const top = rows.slice(0, HEADER_ROWS)
  const header = top.findIndex(({ cells }) => countKnownColumns(cells) >= 2)
  const start = header >= 0 ? header : rows.findIndex(isFilled)
  const at = start < 0 ? rows.length : start
  return { ...table, rows: rows.slice(at), above: rows.slice(0, at) }
}

/** An annex's heading becomes one row, each label with those it stands under. */
function cutAtAnnex(table: SheetTable, annex: AnnexHeader): CutTable {
  const cells = annex.paths.map((path) => path.join(' › '))
  const data = table.rows.filter(({ number }) => number >= annex.dataFrom)
  const above = table.rows.filter(({ number }) => number < annex.top)
  return { ...table, rows: [{ number: annex.bottom, cells }, ...data], above, annex }
}

function isSameName(a: string, b: string): boolean {
  return a.normalize('NFC').trim().toLowerCase() === b.normalize('NFC').trim().toLowerCase()
}

/** Content decides: people rename files, and mail programs lose endings. */
function sniffFormat(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('PK\x03\x04')) return 'xlsx'
  if (head.startsWith('PK\x05\x06')) return 'zip'
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'xls'
  if (head.startsWith('%PDF')) return 'pdf'
  if (/^(\xef\xbb\xbf)?\s*</.test(head)) return 'html'
  return 'csv'
}
