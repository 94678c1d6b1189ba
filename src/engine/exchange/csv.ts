import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { WorkbenchError } from '../../core/error.ts'
import { countKnownColumns } from './column-map.ts'
import { type Encoding, decodeText } from './text-encoding.ts'
import { type Steps, runSteps } from '../steps.ts'
import { type CsvSlice, lineBreakOf, sliceCsv } from './csv-slices.ts'
import type { SheetTable, TableRow } from './sheet-table.ts'

/** What may stand between the cells of a csv. */
export type Delimiter = ',' | ';' | '\t'

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']
const MAX_CELLS = 2_000_000
const SAMPLE_CHARACTERS = 64 * 1024

/** Text a spreadsheet would take for a formula, also behind the guard we put before it. */
const FORMULA = /^'*[=+\-@\t\r\n]/
const GUARDED = /^'+[=+\-@\t\r\n]/

/** What the person said about a csv; whatever is absent is detected. */
export interface CsvOptions {
  readonly encoding?: Encoding | undefined
  readonly delimiter?: Delimiter | undefined
}

/** Reads a csv as one sheet named ''. @throws `table-unreadable` `table-too-large` */
export function readCsv(bytes: Uint8Array, file: string, options: CsvOptions = {}): SheetTable {
  return runSteps(readCsvSteps(bytes, file, options))
}

/** The same, piece by piece. */
export function* readCsvSteps(
  bytes: Uint8Array,
  file: string,
  options: CsvOptions = {},
): Steps<SheetTable> {
  const { text, encoding, evidence } = decodeText(bytes, file, options.encoding)
  const delimiter = options.delimiter ?? detectDelimiter(text)
  const lineBreak = lineBreakOf(text)
  const parser = new RecordParser(delimiter, lineBreak, file)
  const rows: TableRow[] = []
  for (const slice of sliceCsv(text, lineBreak)) {
    for (const record of parser.parse(slice, text))
      rows.push({ number: rows.length + 1, cells: record.map(stripGuard) })
    yield (slice.start + slice.text.length) / text.length
  }
  return { sheet: '', rows, formulas: 0, encoding, encodingEvidence: evidence, delimiter }
}

/** The bytes of a csv: UTF-8 with a byte order mark, which makes Excel read it right, and no live formula. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? guardText(cell) : cell.number)),
  )
  // A line break alone ends a row for a spreadsheet, so that what follows it would stand at a row's start.
  const options = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ }
  return new TextEncoder().encode(`\uFEFF${stringify(cells, options)}`)
}

/** A cell to write: text, which is guarded, or the decimal text of a number, which is not. */
export type CsvCell = string | { readonly number: string }

/** Puts a `'` before text a spreadsheet would run as a formula. */
export function guardText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function stripGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}

/** Reads one piece of a csv after the other and stops at the limit of them all. */
class RecordParser {
  private cells = 0

  constructor(
    private readonly delimiter: Delimiter,
    private readonly lineBreak: string,
    private readonly file: string,
  ) {}

  parse(slice: CsvSlice, whole: string): string[][] {
    const { file } = this
    try {
      return parse(slice.text, {
        delimiter: this.delimiter,
        record_delimiter: this.lineBreak,
        relax_column_count: true,
        skip_empty_lines: false,
        max_record_size: 4 * 1024 * 1024,
        on_record: (record: string[]) => this.count(record),
      })
    } catch (cause) {
      if (!(cause instanceof CsvError)) throw cause
      const before = whole.slice(0, slice.start).match(/\r\n|\n|\r/g)?.length ?? 0
      const row = typeof cause['lines'] === 'number' ? before + cause['lines'] : 0
      throw new WorkbenchError('table-unreadable', { file, reason: 'quotes', row }, { cause })
    }
  }

  private count(record: string[]): string[] {
    this.cells += record.length
    if (this.cells > MAX_CELLS)
      throw new WorkbenchError('table-too-large', { file: this.file, reason: 'cells' })
    return record
  }
}

/** The delimiter under which the first rows name the most columns we know, else have the most cells. */
function detectDelimiter(text: string): Delimiter {
  let [best, score]: [Delimiter, number] = [',', -1]
  for (const delimiter of DELIMITERS) {
    const rows = sampleRows(text, delimiter)
    const known = Math.max(0, ...rows.map(countKnownColumns))
    const width = rows.length === 0 ? 0 : Math.min(...rows.map((row) => row.length), 999)
    if (known * 1000 + width > score) [best, score] = [delimiter, known * 1000 + width]
  }
  return best
}

function sampleRows(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text.slice(0, SAMPLE_CHARACTERS), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: 20,
    })
  } catch {
    return []
  }
}
