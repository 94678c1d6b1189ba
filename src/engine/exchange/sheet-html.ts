import type { Language } from '../../core/number-format.ts'
import type { OutCell, OutMerge, OutSheet } from './out-sheet.ts'
import { escapeXml } from './xml-text.ts'

/** What a page is printed on, across, in mm, without its margins of 10 mm. */
const USABLE = { a3: 400, a4: 277 }

/** A character of our type is about half as wide as it is high. */
const WIDTH_OF_TYPE = 0.52
const POINTS_PER_MM = 2.83
const LARGEST_POINTS = 10

const SEPARATORS = { vi: ['.', ','], en: [',', '.'] } as const

const STYLE = `
body { font-family: 'Times New Roman', 'Liberation Serif', 'Tinos', serif; margin: 0 }
section { break-after: page }
section:last-child { break-after: auto }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
tr { break-inside: avoid }
td { padding: .15em .3em; overflow-wrap: anywhere; vertical-align: middle }
.number { text-align: right; overflow-wrap: normal; white-space: nowrap }
.header, .wrapped, .group, .total { border: .5pt solid #999 }
.title, .signature, .header { text-align: center; font-weight: bold }
.title { font-size: 1.4em }
.header { background: #e8eef4 }
.group, .total { font-weight: bold }
.total { background: #f3f3f3 }
.note { text-align: right; font-style: italic }
.stamp { font-style: italic; white-space: nowrap }
`

/** A row left for a signature keeps its height. */
const BLANK = '<td>&nbsp;</td>'

/** Sheets for people as one page to print, each sheet from a new page on, its headings on every page. */
export function sheetsHtml(sheets: readonly OutSheet[], language: Language): string {
  const sections = sheets.map((sheet) => sectionOf(sheet, language)).join('')
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${STYLE}</style><body>${sections}</body></html>`
}

function sectionOf(sheet: OutSheet, language: Language): string {
  const [from = 1, to = 0] = (sheet.print?.titles.match(/\d+/g) ?? []).map(Number)
  const columns = columnsOf(sheet)
  const block = (start: number, end: number) => rowsOf(sheet, start, end, language)
  return (
    `<section style="font-size:${pointsOf(sheet)}pt">` +
    `<table>${columns}${block(0, from - 1)}</table>` +
    `<table>${columns}<thead>${block(from - 1, to)}</thead><tbody>${block(to, sheet.rows.length)}</tbody></table>` +
    '</section>'
  )
}

/** Type as large as lets the sheet be one page wide. */
function pointsOf({ widths, print }: OutSheet): string {
  const characters = widths.reduce((sum, width) => sum + width, 0)
  const millimetres = USABLE[print?.paper ?? 'a3'] / characters
  return Math.min(LARGEST_POINTS, (millimetres * POINTS_PER_MM) / WIDTH_OF_TYPE).toFixed(2)
}

function columnsOf({ widths }: OutSheet): string {
  const characters = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => `<col style="width:${(100 * width) / characters}%">`)
  return `<colgroup>${columns.join('')}</colgroup>`
}

function rowsOf(sheet: OutSheet, start: number, end: number, language: Language): string {
  const merges = new Map(
    sheet.merges?.map((merge) => [`${merge.startRow}:${merge.startCol}`, merge]),
  )
  const covered = coveredBy(sheet.merges ?? [])
  return sheet.rows
    .slice(start, end)
    .map((row, at) => {
      const number = start + at
      const cells = row.map((cell, column) => {
        const place = `${number}:${column}`
        return covered.has(place) ? '' : cellHtml(cell, merges.get(place), language)
      })
      return `<tr>${cells.join('') || BLANK}</tr>`
    })
    .join('')
}

/** The cells a merge hides: all but its first. */
function coveredBy(merges: readonly OutMerge[]): ReadonlySet<string> {
  const covered = new Set<string>()
  for (const { startRow, startCol, endRow, endCol } of merges)
    for (let row = startRow; row <= endRow; row += 1)
      for (let column = startCol; column <= endCol; column += 1)
        if (row !== startRow || column !== startCol) covered.add(`${row}:${column}`)
  return covered
}

function cellHtml(cell: OutCell, merge: OutMerge | undefined, language: Language): string {
  const span = merge
    ? ` rowspan="${merge.endRow - merge.startRow + 1}" colspan="${merge.endCol - merge.startCol + 1}"`
    : ''
  if (cell === null) return `<td${span}></td>`
  const style = cell.style ?? 'plain'
  if ('text' in cell) {
    const text = escapeXml(cell.text).replaceAll('\n', '<br>')
    return `<td${span} class="${style}">${text}</td>`
  }
  const number = style === 'year' ? cell.number : separate(cell.number, language)
  return `<td${span} class="${style} number">${number}</td>`
}

/** Exact decimal text as the language writes it, with no more decimals than it needs. */
function separate(number: string, language: Language): string {
  const [group, point] = SEPARATORS[language]
  const [whole = '', places = ''] = number.split('.')
  const decimals = places.replace(/0+$/, '')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return decimals === '' ? grouped : `${grouped}${point}${decimals}`
}
