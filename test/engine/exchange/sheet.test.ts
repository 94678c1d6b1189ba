import Excel from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { OutCell } from '../../../src/engine/exchange/out-sheet.ts'
import { readTables } from '../../../src/engine/exchange/read-table.ts'
import { readSheets } from '../../../src/engine/exchange/read-sheets.ts'
import { writeSheets } from '../../../src/engine/exchange/sheet.ts'
import { cellText } from '../../../src/engine/exchange/sheet-table.ts'
import { readArchive } from '../../../src/engine/exchange/zip-archive.ts'
import { writeArchive } from '../../../src/engine/exchange/write-archive.ts'

/** A workbook made by another library. */
async function makeForeign(
  fill: (sheet: Excel.Worksheet, book: Excel.Workbook) => void,
): Promise<Uint8Array> {
  const book = new Excel.Workbook()
  fill(book.addWorksheet('Dự án'), book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function readForeign(bytes: Uint8Array): Promise<Excel.Workbook> {
  const book = new Excel.Workbook()
  await book.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  )
  return book
}

/** Changes the parts of a workbook and packs it again. */
function rework(bytes: Uint8Array, change: (parts: Map<string, Uint8Array>) => void): Uint8Array {
  const parts = readArchive(bytes, 'a.xlsx')
  change(parts)
  return writeArchive(parts)
}

function replaceIn(bytes: Uint8Array, part: string, from: string, to: string): Uint8Array {
  return rework(bytes, (parts) => {
    const text = new TextDecoder().decode(parts.get(part))
    expect(text).toContain(from)
    parts.set(part, new TextEncoder().encode(text.replace(from, to)))
  })
}

const SHEET = 'xl/worksheets/sheet1.xml'

function refusal(code: string, reason: string) {
  return expect.objectContaining({ code, detail: { file: 'a.xlsx', reason } })
}

/** What a reader makes of bytes: the sheets as JSON, or the code of its refusal. */
function outcomeOf(bytes: Uint8Array): string {
  try {
    return JSON.stringify(readSheets(bytes, 'a.xlsx'))
  } catch (error) {
    return (error as { code?: string }).code ?? 'crash'
  }
}

describe('reading', () => {
  test('takes text, numbers, dates, formulas, merged and hidden cells as they stand', async () => {
    const bytes = await makeForeign((sheet) => {
      sheet.addRow(['code', 'name', 'need_2026', 'decision_date', 'x'])
      sheet.addRow([
        '007',
        { richText: [{ text: 'Đường ' }, { text: 'A' }] },
        0.15,
        new Date(Date.UTC(2024, 2, 5)),
        true,
      ])
      sheet.addRow([
        7800001,
        'B',
        { formula: '1+1', result: 2 },
        { formula: 'C3' } as Excel.CellFormulaValue,
        { error: '#REF!' },
      ])
      sheet.getRow(3).hidden = true
      sheet.mergeCells('A5:B5')
      sheet.getCell('A5').value = 'gộp'
    })
    const [table] = readSheets(bytes, 'a.xlsx')
    expect(table?.sheet).toBe('Dự án')
    expect(table?.formulas).toBe(2)
    expect(table?.rows[1]?.cells).toEqual([
      '007',
      'Đường A',
      { number: '0.15' },
      '2024-03-05',
      'yes',
    ])
    expect(table?.rows[2]?.cells).toEqual([
      { number: '7800001' },
      'B',
      { number: '2' },
      { problem: 'formula-without-value', text: '=C3' },
      { problem: 'text-invalid', text: '#REF!' },
    ])
    const merged = table?.rows.find(({ number }) => number === 5)
    expect(cellText(merged?.cells[0])).toBe('gộp')
    expect(table?.merges).toEqual([{ top: 5, bottom: 5, left: 0, right: 1 }])
    expect(table?.hiddenRows).toBe(1)
  })

  test('takes the second cell of a shared formula for a formula too', async () => {
    const bytes = await makeForeign((sheet) => {
      sheet.addRow([
        1,
        { formula: 'A1*2', result: 2, shareType: 'shared', ref: 'B1:B2' } as Excel.CellFormulaValue,
      ])
      sheet.addRow([2, { sharedFormula: 'B1', result: 4 } as Excel.CellSharedFormulaValue])
    })
    const [table] = readSheets(bytes, 'a.xlsx')
    expect(table?.formulas).toBe(2)
    expect(table?.rows[1]?.cells).toEqual([{ number: '2' }, { number: '4' }])
  })

  test.each([
    ['9007199254740993', '9007199254740993'],
    ['123456789012345678901', '123456789012345678901'],
    ['0.15', '0.15'],
    ['78.930000000000007', '78.93'],
    ['1.0000000000000000001', '1.0000000000000000001'],
    ['1.5E+9', '1500000000'],
  ])('reads the number spelled %s digit by digit', async (literal, text) => {
    const plain = await makeForeign((sheet) => sheet.addRow([424242]))
    const [table] = readSheets(replaceIn(plain, SHEET, '424242', literal), 'a.xlsx')
    expect(table?.rows[0]?.cells).toEqual([{ number: text }])
  })

  test('reads the sheet it is told, and names those there are when there is none like it', async () => {
    const bytes = await makeForeign((_sheet, book) => {
      book.addWorksheet('Nguồn vốn').addRow(['code'])
    })
    expect(await readTables(bytes, 'a.xlsx', { sheet: 'nguồn vốn' })).toMatchObject([
      { sheet: 'Nguồn vốn' },
    ])
    await expect(readTables(bytes, 'a.xlsx', { sheet: 'x' })).rejects.toMatchObject({
      code: 'table-sheet-unknown',
      detail: { sheets: ['Dự án', 'Nguồn vốn'] },
    })
  })
})

describe('refuses', () => {
  const plain = () => makeForeign((sheet) => sheet.addRow(['code', 1]))

  test.each([
    ['xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['pdf', Buffer.from('%PDF-1.7 ')],
    ['html', Buffer.from('<html><table>')],
    [
      'ods',
      writeArchive(
        new Map([['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')]]),
      ),
    ],
    ['xlsb', writeArchive(new Map([['xl/workbook.bin', Buffer.from('x')]]))],
  ])('what is %s, whatever its name', async (format, bytes) => {
    await expect(readTables(bytes, 'a.xlsx')).rejects.toMatchObject({
      code: 'table-unsupported',
      detail: { format },
    })
  })

  test('a document type declaration in any part', async () => {
    const bytes = replaceIn(
      await plain(),
      SHEET,
      '<worksheet',
      '<!DOCTYPE x [<!ENTITY a "b">]><worksheet',
    )
    expect(() => readSheets(bytes, 'a.xlsx')).toThrow(refusal('table-unreadable', 'doctype'))
  })

  test('a workbook that lacks a part it names', async () => {
    const bytes = rework(await plain(), (parts) => parts.delete(SHEET))
    expect(() => readSheets(bytes, 'a.xlsx')).toThrow(refusal('table-unreadable', 'part'))
  })

  test('every single flipped byte of packed content, or reads the same', async () => {
    const bytes = await plain()
    const whole = JSON.stringify(readSheets(bytes, 'a.xlsx'))
    let refused = 0
    for (let at = 0; at < bytes.length; at += 97) {
      const flipped = Uint8Array.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 0x10
      const outcome = outcomeOf(flipped)
      if (outcome !== whole) {
        expect(outcome).toMatch(/^table-/)
        refused += 1
      }
    }
    expect(refused).toBeGreaterThan(10)
  })

  test('a bomb, before it is inflated', () => {
    const bomb = writeArchive(new Map([['xl/workbook.xml', new Uint8Array(30 * 1024 * 1024)]]))
    const start = performance.now()
    expect(() => readArchive(bomb, 'a.xlsx')).toThrow(
      expect.objectContaining({ code: 'table-too-large' }),
    )
    expect(performance.now() - start).toBeLessThan(50)
  })

  test('an entry that is larger than it declares', async () => {
    const bytes = Buffer.from(await plain())
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 24) - 1, at + 24)
    expect(() => readSheets(bytes, 'a.xlsx')).toThrow(
      expect.objectContaining({ code: 'table-unreadable' }),
    )
  })

  test('more than 2,000 entries', () => {
    const many = new Map(
      Array.from({ length: 2001 }, (_, i) => [`${i}.xml`, Buffer.from('x')] as const),
    )
    expect(() => readArchive(writeArchive(many), 'a.xlsx')).toThrow(
      expect.objectContaining({ code: 'table-too-large' }),
    )
  })
})

describe('writing', () => {
  const write = (rows: OutCell[][]) =>
    writeSheets([
      { name: 'S', rows, widths: [10], frozen: { rows: 1, columns: 0 }, longNumberNote: 'dài' },
    ])

  test.each(['=1+1', '+1', '-1', '@A1', "=cmd|' /C calc'!A0", '#REF!', '#N/A', '_x0041_'])(
    'keeps %s as text that stays text when edited',
    async (text) => {
      const book = await readForeign(write([[{ text }]]))
      const cell = book.getWorksheet('S')?.getCell('A1')
      expect(cell?.text.replace('_x005F_', '_')).toBe(text)
      expect([Excel.ValueType.String, Excel.ValueType.RichText]).toContain(cell?.type)
      expect(cell?.numFmt).toBe('@')
    },
  )

  test('writes what Excel can hold as numbers, and longer ones as text with a note', async () => {
    const bytes = write([
      [
        { number: '123456789012345' },
        { number: '123456789.012345' },
        { number: '1234567890123456' },
        { number: '1000000000000000' },
      ],
    ])
    const sheet = (await readForeign(bytes)).getWorksheet('S')
    expect(['A1', 'B1', 'C1', 'D1'].map((at) => sheet?.getCell(at).value)).toEqual([
      123456789012345,
      123456789.012345,
      '1234567890123456',
      1e15,
    ])
    expect(sheet?.getCell('C1').note).toBeTruthy()
    const [table] = readSheets(bytes, 'a.xlsx')
    expect(table?.rows[0]?.cells.map(cellText)).toEqual([
      '123456789012345',
      '123456789.012345',
      '1234567890123456',
      '1000000000000000',
    ])
  })
})
