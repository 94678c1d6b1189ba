import { expect, test } from 'vitest'
import { type OutSheet, numberCell, textCell } from '../../../src/engine/exchange/out-sheet.ts'
import { sheetsHtml } from '../../../src/engine/exchange/sheet-html.ts'

const SHEET: OutSheet = {
  name: '2026',
  rows: [
    [textCell('Phụ lục', 'title'), null],
    [textCell('Dự án', 'header'), textCell('Số tiền', 'header')],
    [textCell('<b>&\nA', 'wrapped'), numberCell('1234567.000001', 'wrapped')],
    [textCell('Năm'), numberCell('2026', 'year')],
    [],
    [textCell('Cộng'), numberCell('-95000.100000')],
  ],
  widths: [30, 10],
  frozen: { rows: 2, columns: 1 },
  merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
  print: { paper: 'a3', titles: '$2:$2', footer: '', page: 'Trang' },
  longNumberNote: '',
}

test('a sheet becomes a table whose headings repeat, its figures whole and its text harmless', () => {
  const html = sheetsHtml([SHEET], 'vi')
  expect(html).toContain('<td rowspan="1" colspan="2" class="title">Phụ lục</td></tr>')
  expect(html).toMatch(
    /<thead><tr><td class="header">Dự án<\/td><td class="header">Số tiền<\/td><\/tr><\/thead>/,
  )
  expect(html).toContain('&lt;b&gt;&amp;<br>A')
  expect(html).toContain('<td class="wrapped number">1.234.567,000001</td>')
  expect(html).toContain('<td class="year number">2026</td>')
  expect(html).toContain('<td class="plain number">-95.000,1</td>')
  expect(html).toContain('<tr><td>&nbsp;</td></tr>')
  expect(sheetsHtml([SHEET], 'en')).toContain('1,234,567.000001')
})
