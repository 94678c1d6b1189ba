import type { NumberFormat, NumberReading } from '../../contract/tables.ts'
import { isImpossibleDate } from '../../core/date-text.ts'
import { YEAR_LIMITS } from '../../core/fiscal-year.ts'
import { isFitText } from '../../core/fit-text.ts'
import { type Money, type Unit, ZERO } from '../../core/money.ts'
import { isNoAmount, readAmount } from './amount-cell.ts'
import { AmountColumns, type AmountSource } from './amount-columns.ts'
import { columnLetter } from './column-letter.ts'
import { type ColumnMap, columnKey } from './column-map.ts'
import { type EnumWords, readWord } from './enum-words.ts'
import type { ImportOptions, ImportTable } from './import-table.ts'
import type { ProblemFinding, ProblemList } from './problem-list.ts'
import { reportTable } from './report-table.ts'
import { type TableCell, type TableRow, cellText } from './sheet-table.ts'
import { TableAddress } from './table-address.ts'
import { type UnitNote, findUnitNote } from './unit-note.ts'

/**
 * One table's cells by column key. Every reader returns undefined where the table has no such column, so that
 * an import leaves what it does not mention, and null or '' where the cell is empty.
 */
export class TableReader implements AmountSource {
  readonly rows: readonly TableRow[]
  private readonly header: TableRow
  private readonly address: TableAddress
  private readonly amounts: AmountColumns
  private readonly missed = new Set<string>()
  private readonly partial = new Set<TableRow>()

  constructor(
    private readonly table: ImportTable,
    private readonly map: ColumnMap,
    options: ImportOptions,
    private readonly problems: ProblemList,
  ) {
    const [header, ...rows] = table.rows
    this.header = header ?? { number: 1, cells: [] }
    this.rows = rows.filter(({ cells }) => cells.some((cell) => cellText(cell).trim() !== ''))
    this.address = new TableAddress(table, map)
    this.amounts = new AmountColumns(this, options)
    reportTable(table, this.rows, map, this.address, problems)
  }

  /** Every column key the table has. */
  get keys(): readonly string[] {
    return [...this.map.columns.keys()]
  }

  /** Where a column is, from 0; -1 where the table has none. */
  indexOf(key: string): number {
    return this.map.columns.get(key) ?? -1
  }

  /** Whether the table has a column. */
  has(key: string): boolean {
    return this.map.columns.has(key)
  }

  /** Whether the table has a row per source and year, so that a project may stand on several. */
  get mayRepeat(): boolean {
    return this.header.cells.some((cell) => columnKey('allocations', cellText(cell)) === 'line')
  }

  /** Whether the table stands under the headings of an annex. */
  get isAnnex(): boolean {
    return this.table.annex !== undefined
  }

  /** Whether some column holds allocations whose line nothing tells. */
  get hasUnclear(): boolean {
    return (this.map.unclear ?? []).length > 0
  }

  /** Whether a cell holds nothing. */
  isBlank(row: TableRow, key: string): boolean {
    return this.textOf(row, key) === ''
  }

  /** What a cell holds. */
  cell(row: TableRow, key: string): TableCell {
    return row.cells[this.map.columns.get(key) ?? -1] ?? ''
  }

  /** What a cell says, as a problem quotes it. */
  textOf(row: TableRow, key: string): string {
    return cellText(this.cell(row, key)).trim()
  }

  /** The sheet or, of a csv, the file the table stands in. */
  get sheet(): string {
    return this.table.sheet || this.table.file
  }

  /** From now on the blank cells of a row count as not mentioned rather than as empty. */
  leaveBlanks(row: TableRow): void {
    this.partial.add(row)
  }

  /** The note above the header that says the unit. */
  get note(): UnitNote | null {
    return findUnitNote(this.table.above ?? [])
  }

  /** The number format the person settled for one column. */
  formatChosen(key: string): NumberFormat | undefined {
    const index = this.map.columns.get(key)
    return index === undefined
      ? undefined
      : this.table.mapping?.numberFormats?.[columnLetter(index)]
  }

  /** A column's heading as the table writes it. */
  heading(key: string): string {
    return this.address.heading(this.map.columns.get(key) ?? -1)
  }

  /** A cell's trimmed text. */
  text(row: TableRow, key: string): string | undefined {
    if (!this.mentions(row, key)) return undefined
    const cell = this.cell(row, key)
    const text = cellText(cell).replace(/\r\n?/g, '\n').trim()
    if (typeof cell === 'object' && 'problem' in cell) {
      this.report(row, key, { code: cell.problem })
      return ''
    }
    if (!isFitText(text)) this.report(row, key, { code: 'text-invalid' })
    return text
  }

  /** A list whose items stand between semicolons. */
  list(row: TableRow, key: string): string[] | undefined {
    return this.text(row, key)
      ?.split(';')
      .map((item) => item.trim())
      .filter((item) => item !== '')
  }

  /** A word of a closed set; null when empty or, with a problem, unknown. */
  word<T>(row: TableRow, key: string, words: EnumWords<T>): T | null | undefined {
    const text = this.text(row, key)
    return text === undefined ? undefined : this.findWord(row, key, text, words)
  }

  /** A list of words of a closed set. */
  words<T>(row: TableRow, key: string, words: EnumWords<T>): T[] | undefined {
    return this.list(row, key)?.flatMap((item) => {
      const word = this.findWord(row, key, item, words)
      return word === null ? [] : [word]
    })
  }

  /** A calendar year; null when empty or, with a problem, not a year. */
  year(row: TableRow, key: string): number | null | undefined {
    const text = this.text(row, key)
    if (text === undefined) return undefined
    if (isNoAmount(text)) return null
    const year = /^\d{4}$/.test(text) ? Number(text) : 0
    if (year >= YEAR_LIMITS.first && year <= YEAR_LIMITS.last) return year
    this.report(row, key, { code: 'year-invalid' })
    return null
  }

  /** An amount in whole đồng; null when empty or, with a problem, not an amount. */
  amount(row: TableRow, key: string): Money | null | undefined {
    if (!this.mentions(row, key)) return undefined
    const format = this.amounts.formatOf(key)
    if (format === null) return null
    const reading = readAmount(this.cell(row, key), format, this.amounts.unitOf(key))
    if ('amount' in reading) return reading.amount
    this.report(row, key, { code: reading.problem })
    return null
  }

  /** An amount where an empty cell means zero. */
  amountOrZero(row: TableRow, key: string): Money | undefined {
    const amount = this.amount(row, key)
    return amount === undefined ? undefined : (amount ?? ZERO)
  }

  /** Reports a problem with a column at its heading. */
  reportColumn(header: TableRow, index: number, finding: ProblemFinding): void {
    this.problems.add(this.address.at(header, index), {
      ...finding,
      value: this.address.heading(index),
    })
  }

  /** How a column's numbers were read and why; null for a column that holds none or was not read. */
  numbersOf(key: string): NumberReading | null {
    return this.amounts.readingOf(key)
  }

  /** Reports a row with figures that names no project; one that names a funding line would lose its money. */
  reportUnnamed(row: TableRow, lineColumn: number): void {
    const isMoney = cellText(row.cells[lineColumn]).trim() !== ''
    const severity = isMoney ? 'error' : 'warning'
    this.problems.add(this.address.at(row, -1), { code: 'row-unnamed', severity })
  }

  /** The unit a column's amounts are in. */
  unitOf(key: string): Unit {
    return this.amounts.unitOf(key)
  }

  /** Reports a value a new entry cannot do without: once for an absent column, else at its cell. */
  reportMissing(row: TableRow, key: string): void {
    if (this.has(key)) return this.report(row, key, { code: 'value-missing' })
    if (this.missed.has(key)) return
    this.missed.add(key)
    this.problems.add(this.address.of(this.header, key), {
      code: 'column-missing',
      value: key,
      detail: { column: key },
    })
  }

  /** Warns of a value a new entry was given because the table has none: once for an absent column. */
  reportAssumed(row: TableRow, key: string, assumed: string): void {
    const finding = { code: 'value-assumed', severity: 'warning', value: assumed } as const
    if (this.has(key)) return this.report(row, key, finding)
    if (this.missed.has(key)) return
    this.missed.add(key)
    this.problems.add(this.address.of(this.header, key), { ...finding, detail: { column: key } })
  }

  /** A day as written; one no calendar has is a problem. */
  date(row: TableRow, key: string): string | undefined {
    const text = this.text(row, key)
    if (text !== undefined && isImpossibleDate(text))
      this.report(row, key, { code: 'date-invalid' })
    return text
  }

  /** Reports a problem at a cell, or at the header for the whole column; no key is the whole table. */
  report(row: TableRow | null, key: string, finding: ProblemFinding): void {
    const at = row ?? this.header
    const value = finding.value ?? cellText(this.cell(at, key))
    const detail = { ...(key === '' ? {} : { column: key }), ...finding.detail }
    this.problems.add(this.address.of(at, key), { ...finding, value, detail })
  }

  private mentions(row: TableRow, key: string): boolean {
    return this.has(key) && !(this.partial.has(row) && this.isBlank(row, key))
  }

  private findWord<T>(row: TableRow, key: string, text: string, words: EnumWords<T>): T | null {
    if (text === '') return null
    const word = readWord(words, text)
    if (word === null) {
      this.report(row, key, {
        code: 'value-unknown',
        value: text,
        detail: { expected: words.expected },
      })
    }
    return word
  }
}
