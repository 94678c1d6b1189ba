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

/** An annex as an office sends it: title, unit note, the merged headings of a real layout, column numbers, rows. */
export async function makeAnnex(
  layout: 'A' | 'B' | 'C',
  year: number,
  rows: readonly (readonly Value[])[],
  note = 'ĐVT: triệu đồng',
): Promise<Uint8Array> {
  const book = new Excel.Workbook()
  book.addWorksheet('Bìa').addRow(['Kính gửi: Sở Tài chính'])
  const sheet = book.addWorksheet('PL 01')
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
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function layoutCells(layout: string): LayoutCell[] {
  const text = readFileSync('test/fixtures/annex/layout_headers_merged_cells.csv')
  const cells: LayoutCell[] = parse(text, { columns: true, bom: true })
  return cells.filter((cell) => cell.layout.startsWith(`${layout}_`))
}

function yearsIn(label: string, year: number): string {
  return label.replace(/<N(?:([+-])(\d))?>/g, (_, sign, by) =>
    String(year + (sign === '-' ? -1 : 1) * Number(by ?? 0)),
  )
}
