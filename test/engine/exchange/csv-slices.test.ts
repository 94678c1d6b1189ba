import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineBreakOf, sliceCsv } from '../../../src/engine/exchange/csv-slices.ts'

test('cuts a csv behind whole rows, never between quotes', () => {
  const text = 'a,"x\ny"\nb,"say ""q""\n"\nc\n'
  expect([...sliceCsv(text, '\n', 1)].map(({ text: piece }) => piece)).toEqual([
    'a,"x\ny"\n',
    'b,"say ""q""\n"\n',
    'c\n',
  ])
})

test('the first row says the line break, whatever stands between its quotes', () => {
  expect(['"a\nb",c\r\nd\n', 'a\rb\n', 'a\nb\r\n', 'a'].map(lineBreakOf)).toEqual([
    '\r\n',
    '\r',
    '\n',
    '\n',
  ])
})

test('pieces read one after the other are the rows of the whole', () => {
  const cells = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', ';', '1', ' ') }),
    fc.string({ unit: fc.constantFrom('a', ',', '\n', '\r', '""') }).map((text) => `"${text}"`),
  )
  const rows = fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  const breaks = fc.constantFrom('\n', '\r\n')
  const read = (text: string): string[][] =>
    parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] })
  fc.assert(
    fc.property(rows, breaks, fc.integer({ min: 1, max: 30 }), (table, lineBreak, least) => {
      const text = table.map((row) => row.join(',') + lineBreak).join('')
      const pieces = [...sliceCsv(text, lineBreak, least)]
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(pieces.flatMap((piece) => read(piece.text))).toEqual(read(text))
    }),
  )
})
