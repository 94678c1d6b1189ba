import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { TABLE_KINDS } from '../../../src/contract/tables.ts'
import { columnKey, recogniseTable } from '../../../src/engine/exchange/column-map.ts'
import { chooseTable, findTables, readTables } from '../../../src/engine/exchange/read-table.ts'
import type { SheetTable } from '../../../src/engine/exchange/sheet-table.ts'

function sheetOf(sheet: string, rows: string[][]): SheetTable {
  return { sheet, formulas: 0, rows: rows.map((cells, i) => ({ number: i + 1, cells })) }
}

const SAMPLES = TABLE_KINDS.filter((kind) => existsSync(`resources/sample/${kind}.csv`))

test.each(SAMPLES)('recognises the sample table of %s', async (kind) => {
  const sheets = await readTables(readFileSync(`resources/sample/${kind}.csv`), `${kind}.csv`)
  expect(findTables(sheets)).toMatchObject([{ kind }])
})

test.each([
  ['projects', 'Tổng mức đầu tư\n(triệu đồng)', 'total_investment'],
  ['projects', 'TMĐT', 'total_investment'],
  ['projects', 'NHU CẦU VỐN NĂM 2027', 'need_2027'],
  ['projects', 'Địa điểm XD', 'place'],
  ['lines', 'Trần vốn', 'ceiling'],
  ['lines', 'source', 'source'],
  ['projects', 'source', null],
] as const)('in %s takes the heading %j for %s', (kind, heading, key) => {
  expect(columnKey(kind, heading)).toBe(key)
  expect(columnKey(kind, heading.normalize('NFD'))).toBe(key)
})

test('does not take any header for a table', () => {
  expect(recogniseTable(['name', 'city', 'phone'])).toBeNull()
  expect(recogniseTable([])).toBeNull()
})

describe('among the sheets of a workbook', () => {
  const projects = [
    ['Phụ lục II'],
    [],
    ['STT', 'Mã dự án', 'Tên dự án', 'Địa điểm'],
    ['1', '7800001', 'A', 'X'],
  ]
  const lines = [
    ['code', 'name', 'source', 'year', 'ceiling'],
    ['T', 'Tỉnh', 'provincial', '2026', '1'],
  ]

  test('finds a table below its title, by its header', () => {
    const found = chooseTable(
      [sheetOf('Bìa', [['Kính gửi']]), sheetOf('PL2', projects)],
      'projects',
    )
    expect(found).toMatchObject({ sheet: 'PL2', rows: [{ number: 3 }, { number: 4 }] })
  })

  test('prefers the sheet named like the table', () => {
    const sheets = [sheetOf('Cũ', lines), sheetOf('Nguồn vốn', lines)]
    expect(chooseTable(sheets, 'lines')?.sheet).toBe('Nguồn vốn')
  })

  test('finds nothing where nothing fits', () => {
    expect(chooseTable([sheetOf('A', lines), sheetOf('B', lines)], 'projects')).toBeNull()
    expect(chooseTable([sheetOf('A', [])], 'projects')).toBeNull()
  })
})
