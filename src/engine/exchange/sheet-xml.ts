import { columnLetter } from './column-letter.ts'
import type { OutCell, OutSheet } from './out-sheet.ts'
import type { SheetStyles } from './sheet-styles.ts'
import { XML_HEAD, escapeCell, escapeXml } from './xml-text.ts'

/** How many significant digits Excel holds. */
const EXACT_DIGITS = 15

/** Neither Excel nor LibreOffice grows a row for merged or wrapped text it has not laid out itself. */
const LINE_POINTS = 16

/** Rows joined at a time: one text of a large sheet would be longer than an engine allows. */
const CHUNK_ROWS = 2000

const PAPER = { a3: 8, a4: 9 } as const

/** A worksheet part whole, and the cells that hold a number too long for Excel as text. */
export interface SheetXml {
  readonly part: Buffer
  readonly longNumbers: readonly string[]
}

/** Writes a worksheet: exact decimals as they are, text inline and never a formula but our own sums. */
export function writeSheetXml(sheet: OutSheet, styles: SheetStyles): SheetXml {
  const longNumbers: string[] = []
  const letters = sheet.widths.map((_, column) => columnLetter(column))
  const pieces: Buffer[] = [Buffer.from(XML_HEAD + headXml(sheet))]
  for (let at = 0; at < sheet.rows.length; at += CHUNK_ROWS) {
    const rows = sheet.rows.slice(at, at + CHUNK_ROWS)
    pieces.push(
      Buffer.from(
        rows.map((cells, i) => rowXml(sheet, cells, at + i, letters, styles, longNumbers)).join(''),
      ),
    )
  }
  pieces.push(Buffer.from(tailXml(sheet, longNumbers.length > 0)))
  return { part: Buffer.concat(pieces), longNumbers }
}

/** Whether a number has more digits than Excel holds and is therefore written as text. */
export function isTooLong(number: string): boolean {
  if (number.length <= EXACT_DIGITS) return false
  const digits = number
    .replace(/^-/, '')
    .replace(/\.(\d*?)0*$/, '.$1')
    .replace('.', '')
    .replace(/^0+|0+$/g, '')
  return digits.length > EXACT_DIGITS
}

function headXml({ frozen, widths, print }: OutSheet): string {
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  return (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    (print ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '') +
    `<sheetViews><sheetView workbookViewId="0">${paneXml(frozen)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`
  )
}

function paneXml({ rows, columns }: OutSheet['frozen']): string {
  if (rows === 0 && columns === 0) return ''
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight'
  const splits = `${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`}`
  return `<pane${splits} topLeftCell="${columnLetter(columns)}${rows + 1}" activePane="${pane}" state="frozen"/>`
}

function rowXml(
  { textLines }: OutSheet,
  cells: readonly OutCell[],
  row: number,
  letters: readonly string[],
  styles: SheetStyles,
  longNumbers: string[],
): string {
  const lines = textLines?.[row]
  const height = lines === undefined ? '' : ` ht="${lines * LINE_POINTS}" customHeight="1"`
  let xml = `<row r="${row + 1}"${height}>`
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column]
    if (!cell) continue
    const at = `${letters[column] ?? columnLetter(column)}${row + 1}`
    if ('number' in cell && isTooLong(cell.number)) longNumbers.push(at)
    xml += cellXml(cell, at, styles)
  }
  return `${xml}</row>`
}

function cellXml(cell: NonNullable<OutCell>, at: string, styles: SheetStyles): string {
  const style = cell.style ?? 'plain'
  if ('text' in cell) return textXml(cell.text, at, styles.index(style, '@'))
  if (isTooLong(cell.number)) return textXml(cell.number, at, styles.index(style, '@'))
  const index = styles.index(style, style === 'year' ? '0' : amountFormat(cell.number))
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`
  return `<c r="${at}" s="${index}">${formula}<v>${trimZeros(cell.number)}</v></c>`
}

function textXml(text: string, at: string, style: number): string {
  if (text === '') return `<c r="${at}" s="${style}"/>`
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`
}

function trimZeros(number: string): string {
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number
}

function amountFormat(number: string): string {
  const decimals = /\.(\d*?)0*$/.exec(number)?.[1]?.length ?? 0
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

function tailXml({ merges = [], print }: OutSheet, hasNotes: boolean): string {
  const ranges = merges.map(
    ({ startRow, startCol, endRow, endCol }) =>
      `<mergeCell ref="${columnLetter(startCol)}${startRow + 1}:${columnLetter(endCol)}${endRow + 1}"/>`,
  )
  const merged =
    ranges.length === 0
      ? ''
      : `<mergeCells count="${ranges.length}">${ranges.join('')}</mergeCells>`
  const page = print
    ? '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
      `<pageSetup paperSize="${PAPER[print.paper]}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
      `<headerFooter><oddFooter>${escapeXml(footerOf(print.footer, print.page))}</oddFooter></headerFooter>`
    : ''
  return `</sheetData>${merged}${page}${hasNotes ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`
}

/** In a footer `&` begins a field, so a stamp's own is doubled. */
function footerOf(stamp: string, page: string): string {
  return `&L&8${stamp.replaceAll('&', '&&')}&R&8${page} &P/&N`
}
