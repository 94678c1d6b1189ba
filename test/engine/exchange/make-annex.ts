import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import Excel from 'exceljs'

interface LayoutCell {
  readonly layout: string
  readonly top_row: string
  readonly bottom_row: string
  readonly left_col: string
  readonly right_col: string
  readonly label: string
}

type Value = string | number | null

/** One sheet of an annex. */
export interface AnnexSheet {
  readonly name: string
  readonly layout: 'A' | 'B' | 'C'
  readonly year: number
  readonly rows: readonly (readonly Value[])[]
  readonly note?: string
  readonly isHidden?: boolean
}

/** An annex as an office sends it: a cover, then a sheet with title, unit note, the merged headings of a real layout, column numbers, rows. */
export function makeAnnex(
  layout: AnnexSheet['layout'],
  year: number,
  rows: AnnexSheet['rows'],
  note?: string,
): Promise<Uint8Array> {
  const sheet = { name: 'PL 01', layout, year, rows }
  return makeAnnexes([note === undefined ? sheet : { ...sheet, note }])
}

/** The same with several such sheets. */
export async function makeAnnexes(sheets: readonly AnnexSheet[]): Promise<Uint8Array> {
  const book = new Excel.Workbook()
  book.addWorksheet('Bìa').addRow(['Kính gửi: Sở Tài chính'])
  for (const sheet of sheets) addAnnex(book, sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addAnnex(book: Excel.Workbook, annex: AnnexSheet): void {
  const { name, layout, year, rows, note = 'ĐVT: triệu đồng' } = annex
  const sheet = book.addWorksheet(name, { state: annex.isHidden ? 'hidden' : 'visible' })
  sheet.getCell('A1').value = 'PHỤ LỤC I'
  sheet.getCell('A2').value = `DỰ KIẾN KẾ HOẠCH ĐẦU TƯ CÔNG NĂM ${year}`
  sheet.getCell('A4').value = note
  const cells = layoutCells(layout)
  for (const cell of cells) {
    const [top, bottom, left, right] = [
      cell.top_row,
      cell.bottom_row,
      cell.left_col,
      cell.right_col,
    ].map((text) => Number(text) + 1) as [number, number, number, number]
    sheet.getCell(top, left).value = yearsIn(cell.label, year)
    if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right)
  }
  const last = Math.max(...cells.map(({ bottom_row }) => Number(bottom_row) + 1))
  const width = Math.max(...cells.map(({ right_col }) => Number(right_col) + 1))
  const numbers = Array.from({ length: width }, (_, i) => (i === 9 ? '10=11+12' : i + 1))
  ;[numbers, ...rows].forEach((values, i) => {
    sheet.getRow(last + 1 + i).values = [...values]
  })
}

function layoutCells(layout: string): LayoutCell[] {
  const text = readFileSync('test/fixtures/annex/layout_headers_merged_cells.csv')
  const cells: LayoutCell[] = parse(text, { columns: true, bom: true })
  const own = cells.filter((cell) => cell.layout.startsWith(`${layout}_`))
  // Layout C is recorded as two offices see it: the columns of the second that the first has too stand twice.
  return own.filter(
    (cell, i) =>
      own.findIndex(
        ({ left_col, top_row }) => left_col === cell.left_col && top_row === cell.top_row,
      ) === i,
  )
}

function yearsIn(label: string, year: number): string {
  return label.replace(/<N(?:([+-])(\d))?>/g, (_, sign, by) =>
    String(year + (sign === '-' ? -1 : 1) * Number(by ?? 0)),
  )
}
