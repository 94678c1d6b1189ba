import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { OutCell, OutSheet, OutStyle } from './out-sheet.ts'

/** How many significant digits Excel holds. */
const EXACT_DIGITS = 15

/** The bytes of an .xlsx. */
export async function writeSheets(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(toWriteSheet),
    defaultFont: { name: 'Times New Roman', size: 11 },
  })
}

const THIN = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN }
const WRAP = { vertical: 'center', wrapText: true } as const

const STYLES: Readonly<Record<OutStyle, CellStyle>> = {
  plain: {},
  year: {},
  title: {
    font: { bold: true, size: 14 },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  note: { font: { italic: true }, alignment: { horizontal: 'right' } },
  header: {
    font: { bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
    border: BORDER,
    alignment: { ...WRAP, horizontal: 'center' },
  },
  wrapped: { border: BORDER, alignment: WRAP },
  group: { font: { bold: true }, border: BORDER, alignment: WRAP },
  total: {
    font: { bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F3F3F3' } },
    border: BORDER,
    alignment: WRAP,
  },
}

/** Neither Excel nor LibreOffice grows a row for merged or wrapped text it has not laid out itself. */
const LINE_POINTS = 16

function toWriteSheet(sheet: OutSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  sheet.rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell) cells.set(`${r},${c}`, toCell(cell, sheet.longNumberNote))
    }),
  )
  return {
    name: sheet.name,
    rows: sheet.rows.map((row) => row.map(() => null)),
    cells,
    columns: sheet.widths.map((width) => ({ width })),
    freezePane: sheet.frozen,
    rowDefs: new Map(
      (sheet.textLines ?? []).map((lines, row) => [row, { height: lines * LINE_POINTS }]),
    ),
    ...(sheet.merges ? { merges: [...sheet.merges] } : {}),
    ...(sheet.printTitles ? { pageSetup: pageSetup(sheet.printTitles) } : {}),
  }
}

function pageSetup(printTitlesRow: string): NonNullable<WriteSheet['pageSetup']> {
  return {
    paperSize: 'a3',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5 },
  }
}

function toCell(cell: NonNullable<OutCell>, longNumberNote: string): Partial<Cell> {
  const style = STYLES[cell.style ?? 'plain']
  if ('text' in cell) return toTextCell(cell.text, style)
  if (significantDigits(cell.number) > EXACT_DIGITS) {
    return { ...toTextCell(cell.number, style), comment: { text: longNumberNote } }
  }
  const value = Number(cell.number)
  const numFmt = cell.style === 'year' ? '0' : amountFormat(cell.number)
  const shown = { type: 'number', style: { ...style, numFmt } } as const
  if (cell.formula === undefined) return { ...shown, value }
  return { ...shown, value, formula: cell.formula, formulaResult: value }
}

/** The text format keeps Excel from running a text as a formula when someone edits and leaves the cell. */
function toTextCell(written: string, style: CellStyle): Partial<Cell> {
  // Spreadsheets read _x0041_ as an escaped A; its own underscore has to be escaped.
  const text = written.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
  const shown = { value: text, type: 'string', style: { ...style, numFmt: '@' } } as const
  // A rich text is the one form the library never takes for an error value such as #N/A.
  return text.startsWith('#') ? { ...shown, type: 'richText', richText: [{ text }] } : shown
}

function amountFormat(number: string): string {
  const decimals = /\.(\d*?)0*$/.exec(number)?.[1]?.length ?? 0
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

function significantDigits(number: string): number {
  return number
    .replace(/^-/, '')
    .replace(/\.(\d*?)0*$/, '.$1')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length
}
