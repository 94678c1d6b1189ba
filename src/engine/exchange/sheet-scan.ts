import { decimalOfLiteral } from './decimal-of-literal.ts'
import { decimalOfResult } from './decimal-of-result.ts'
import { dayOfSerial } from './date-formats.ts'
import { type Steps, runSteps } from '../steps.ts'
import type { CellRange, TableCell, TableRow } from './sheet-table.ts'
import { XmlScanner, packName } from './xml-scanner.ts'

const ROW = packName('row')
const CELL = packName('c')
const VALUE = packName('v')
const FORMULA = packName('f')
const TEXT = packName('t')
const PHONETIC = packName('rPh')
const ITEM = packName('si')
const MERGE = packName('mergeCell')
const DATA = packName('sheetData')

/** What every sheet of a workbook shares. */
export interface WorkbookContext {
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly is1904: boolean
  /** Counts cells, gaps included, and stops the import at the limit. */
  count(cells: number): void
}

/** A worksheet part as cells. */
export interface ScannedSheet {
  readonly rows: TableRow[]
  readonly merges: CellRange[]
  readonly formulas: number
  readonly hiddenRows: number
}

/** The shared strings of a workbook; phonetic hints are no part of a text. */
export function readSharedStrings(part: Buffer): string[] {
  const scanner = new XmlScanner(part)
  const strings: string[] = []
  let [text, isHint] = ['', false]
  while (scanner.next()) {
    if (scanner.name === ITEM) {
      if (scanner.isClosing || scanner.isEmpty) strings.push(cleanText(text))
      text = ''
    } else if (scanner.name === PHONETIC) isHint = !scanner.isClosing
    else if (scanner.name === TEXT && !scanner.isClosing && !isHint) text += scanner.text()
  }
  return strings
}

/** Reads one worksheet part, each number as its XML spells it. */
export function scanSheet(part: Buffer, context: WorkbookContext): ScannedSheet {
  return runSteps(scanSheetSteps(part, context))
}

/** The same, row by row. */
export function scanSheetSteps(part: Buffer, context: WorkbookContext): Steps<ScannedSheet> {
  return new SheetScan(part, context).run()
}

class SheetScan {
  private readonly scanner: XmlScanner
  private readonly rows: TableRow[] = []
  private readonly merges: CellRange[] = []
  /** One row's cells while it is read: a list that grows keeps room for twice as many. */
  private readonly line: TableCell[] = []
  private formulas = 0
  private hiddenRows = 0
  private row = 0

  constructor(
    part: Buffer,
    private readonly context: WorkbookContext,
  ) {
    this.scanner = new XmlScanner(part)
  }

  *run(): Steps<ScannedSheet> {
    const { scanner } = this
    while (scanner.next()) {
      if (scanner.isClosing) continue
      if (scanner.name === ROW) {
        this.readRow()
        yield scanner.share
      } else if (scanner.name === MERGE) this.readMerge()
    }
    const { rows, merges, formulas, hiddenRows } = this
    return { rows, merges, formulas, hiddenRows }
  }

  private readRow(): void {
    const { scanner } = this
    const number = scanner.numberAttribute('r')
    this.row = number > 0 ? number : this.row + 1
    if (scanner.attribute('hidden') === '1') this.hiddenRows += 1
    const width = scanner.isEmpty ? 0 : this.readCells()
    if (width > 0) this.rows.push({ number: this.row, cells: this.line.slice(0, width) })
  }

  /** Reads a row's cells into `line` and says how many there are. */
  private readCells(): number {
    const { scanner, line } = this
    let width = 0
    while (scanner.next()) {
      if (scanner.name === ROW || scanner.name === DATA) return width
      if (scanner.name !== CELL || scanner.isClosing) continue
      const column = scanner.columnAttribute()
      const at = column < 0 ? width : column
      this.context.count(Math.max(1, at + 1 - width))
      for (; width < at; width += 1) line[width] = ''
      line[at] = this.readCell()
      width = Math.max(width, at + 1)
    }
    return width
  }

  private readCell(): TableCell {
    const { scanner } = this
    const type = scanner.attribute('t') ?? 'n'
    const style = scanner.numberAttribute('s')
    if (scanner.isEmpty) return ''
    let [value, formula, text, isHint]: [string | null, string | null, string, boolean] = [
      null,
      null,
      '',
      false,
    ]
    while (scanner.next() && !(scanner.name === CELL && scanner.isClosing)) {
      if (scanner.name === PHONETIC) isHint = !scanner.isClosing
      else if (scanner.isClosing) continue
      else if (scanner.name === VALUE) value = scanner.text()
      else if (scanner.name === FORMULA) formula = scanner.text()
      else if (scanner.name === TEXT && !isHint) text += scanner.text()
    }
    if (formula !== null) this.formulas += 1
    if (formula !== null && (value === null || (value === '' && type !== 'str'))) {
      return { problem: 'formula-without-value', text: `=${formula}` }
    }
    if (type === 'inlineStr') return cleanText(text)
    return this.valueOf(type, value ?? '', style, formula !== null)
  }

  private valueOf(type: string, value: string, style: number, isResult: boolean): TableCell {
    if (value === '') return ''
    if (type === 'n') return this.numberOf(value, style, isResult)
    if (type === 's') return this.context.strings[Number(value)] ?? brokenText(value)
    if (type === 'b') return value === '1' || value === 'true' ? 'yes' : 'no'
    if (type === 'e') return brokenText(value)
    return type === 'd' ? value.slice(0, 10) : cleanText(value)
  }

  private numberOf(value: string, style: number, isResult: boolean): TableCell {
    const literal = value.trim()
    if (this.context.dateStyles[style]) {
      const day = dayOfSerial(Number(literal), this.context.is1904)
      if (day !== null) return day
    }
    const number = isResult ? decimalOfResult(literal) : decimalOfLiteral(literal)
    return number === null ? brokenText(value) : { number }
  }

  private readMerge(): void {
    const ref = this.scanner.attribute('ref') ?? ''
    const range = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref)
    if (!range) return
    this.merges.push({
      top: Number(range[2]),
      bottom: Number(range[4]),
      left: columnNumber(range[1] ?? ''),
      right: columnNumber(range[3] ?? ''),
    })
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function brokenText(text: string): TableCell {
  return { problem: 'text-invalid', text }
}

/** Spreadsheets escape control characters as `_x000D_`; composed letters, one kind of line break. */
function cleanText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return plain.normalize('NFC').replaceAll('\r\n', '\n')
}
