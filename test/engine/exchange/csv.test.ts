import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from '../../../src/engine/exchange/csv.ts'
import { ENCODINGS } from '../../../src/engine/exchange/text-encoding.ts'
import { cellText } from '../../../src/engine/exchange/sheet-table.ts'

const HEADER = 'code,name,kind,parent\n'

function read(bytes: Uint8Array | string) {
  const table = readCsv(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    'a.csv',
  )
  return { ...table, texts: table.rows.map(({ cells }) => cells.map(cellText)) }
}

describe('reading', () => {
  test.each([
    ['utf-8', Buffer.from(`${HEADER}A,Đường,target,`)],
    ['utf-8', Buffer.from(`\uFEFF${HEADER}A,Đường,target,`)],
    ['utf-16le', Buffer.from(`\uFEFF${HEADER}A,Đường,target,`, 'utf16le')],
    ['utf-16le', Buffer.from(`${HEADER}A,Đường,target,`, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${HEADER}A,Đường,target,`, 'utf16le').swap16()],
    ['utf-16be', Buffer.from(`${HEADER}A,Đường,target,`, 'utf16le').swap16()],
  ])('detects %s', (encoding, bytes) => {
    const table = read(bytes)
    expect(table.encoding).toBe(encoding)
    expect(table.texts[0]?.[0]).toBe('code')
    expect(table.texts[1]).toEqual(['A', 'Đường', 'target', ''])
  })

  test('refuses bytes that are no Vietnamese in any encoding, and names those it reads', () => {
    const latin = Buffer.from(`${HEADER}A,Größe Straße Ärger Müller,target,`, 'latin1')
    expect(() => read(latin)).toThrow(
      expect.objectContaining({
        code: 'table-unreadable',
        detail: { file: 'a.csv', reason: 'encoding', encodings: ENCODINGS },
      }),
    )
  })

  test('composes letters typed as base and mark', () => {
    expect(read(`${HEADER}A,${'Đường liên xã'.normalize('NFD')},target,`).texts[1]?.[1]).toBe(
      'Đường liên xã',
    )
  })

  test.each([[','], [';'], ['\t']])('detects the delimiter %j', (delimiter) => {
    const table = read(
      `code${delimiter}name${delimiter}kind\nA${delimiter}"1${delimiter}2"${delimiter}target`,
    )
    expect(table.delimiter).toBe(delimiter)
    expect(table.texts[1]).toEqual(['A', `1${delimiter}2`, 'target'])
  })

  test('is not misled by lists and decimals inside cells', () => {
    const table = read('code;name;places\nA;Đường 1,5 km, 2 cầu, 3 cống;x')
    expect(table.delimiter).toBe(';')
    const commas = read('code,name,places\nA,B,x;y;z;t')
    expect(commas.delimiter).toBe(',')
  })

  test('takes the delimiter it is told', () => {
    const bytes = new TextEncoder().encode('code,name\nA;1,B')
    expect(readCsv(bytes, 'a.csv', { delimiter: ';' }).rows[1]?.cells).toEqual(['A', '1,B'])
  })

  test('numbers rows as a spreadsheet shows them, blank lines and broken cells included', () => {
    const { rows } = read('code,name\n\nA,"hai\ndòng"\nB,x')
    expect(rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [1, 'code'],
      [2, ''],
      [3, 'A'],
      [4, 'B'],
    ])
  })

  test('names the row of a quote that never closes', () => {
    expect(() => read('code,name\nA,B\nC,"D\n')).toThrow(
      expect.objectContaining({
        code: 'table-unreadable',
        detail: expect.objectContaining({ reason: 'quotes' }),
      }),
    )
  })
})

describe('writing', () => {
  const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

  test('starts with a byte order mark and guards formulas but not numbers', () => {
    const bytes = writeCsv([
      ['=1+1', '+84', '-', '@x', '\tx', "'=x", 'a-b'],
      [{ number: '-5' }, 'Đ'],
    ])
    expect(text(bytes)).toBe(`\uFEFF'=1+1,'+84,'-,'@x,'\tx,''=x,a-b\r\n-5,Đ\r\n`)
  })

  test('leaves no cell a spreadsheet would run, and reads back to what was written', () => {
    const hostile = fc.stringMatching(/^['=+\-@\t\r\n]{0,3}[=+\-@a,;"\n]{0,6}$/)
    fc.assert(
      fc.property(
        fc.array(fc.array(hostile, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const bytes = writeCsv([['code', 'name'], ...rows])
          const table = readCsv(bytes, 'a.csv', { delimiter: ',' })
          expect(table.rows.slice(1).map(({ cells }) => cells)).toEqual(rows)
        },
      ),
    )
  })
})
