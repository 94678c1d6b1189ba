import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTableText } from '../../../../src/renderer/matrix/clipboard/parse-table-text.ts'
import {
  mostDecimals,
  withFigures,
} from '../../../../src/renderer/matrix/clipboard/pasted-texts.ts'
import { planPaste } from '../../../../src/renderer/matrix/clipboard/plan-paste.ts'
import {
  tableMarkup,
  tableText,
} from '../../../../src/renderer/matrix/clipboard/write-table-text.ts'
import { GridOrder } from '../../../../src/renderer/matrix/range/grid-order.ts'
import { selectBlock } from '../../../../src/renderer/matrix/range/selection.ts'

const order = new GridOrder([1, 2, 3, 4], ['line:1', 'line:2', 'line:3'])
const select = (r1: number, c1: string, r2: number, c2: string) =>
  selectBlock(order, { row: r1, column: c1 }, { row: r2, column: c2 })
const words = (plan: ReturnType<typeof planPaste>) =>
  plan.cells.map(({ row, column, text }) => `${row} ${column} ${text}`)

test('tab-separated text is read with quoted tabs, quotes and line breaks', () => {
  expect(parseTableText('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
  expect(parseTableText('"a\tb"\t"nói ""được"""\n"dòng\nhai"\t')).toEqual([
    ['a\tb', 'nói "được"'],
    ['dòng\nhai', ''],
  ])
  expect(parseTableText('"mở\t1')).toEqual([['"mở', '1']])
  expect(parseTableText('')).toEqual([['']])
})

test('what is copied reads back as the same cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', 'đ', ' '), minLength: 1 })
  const rows = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  fc.assert(
    fc.property(rows, (table) => {
      const copied = table.map((row) => row.map((text) => ({ text, figure: null })))
      expect(parseTableText(tableText(copied))).toEqual(table)
    }),
    { numRuns: 100 },
  )
})

test('a table for spreadsheets carries plain figures and escapes text', () => {
  const markup = tableMarkup([
    [
      { text: '1.500,25', figure: '1500.25' },
      { text: '<b> & "x"', figure: null },
    ],
  ])
  expect(markup).toContain(
    '<td align="right" x:num="1500.25" sdval="1500.25" sdnum="1033;">1.500,25</td>',
  )
  expect(markup).toContain('<td>&lt;b&gt; &amp; &quot;x&quot;</td>')
})

test('a figure behind the text shown is taken only where the text is a plain number too', () => {
  const texts = [['1.500', '30%', '7,5', 'chữ']]
  const figures = [['1500.123456', '0.3', null, null]]
  expect(withFigures(texts, figures, 'vi')).toEqual({
    rows: [['1500,123456', '30%', '7,5', 'chữ']],
    isShown: true,
  })
  expect(withFigures([['1,500']], [['1500']], 'en')).toEqual({ rows: [['1500']], isShown: false })
  expect(mostDecimals([['1.500,123', '7,5', '2']], 'vi')).toBe(3)
})

test('one value fills every selected cell, in every range', () => {
  const two = [...select(1, 'line:1', 2, 'line:1'), ...select(4, 'line:3', 4, 'line:3')]
  expect(words(planPaste(order, two, [['5']]))).toEqual(['1 line:1 5', '2 line:1 5', '4 line:3 5'])
})

test('a block is laid from the corner of the selection and repeated where it fits a whole number of times', () => {
  const block = [['1', '2']]
  expect(words(planPaste(order, select(3, 'line:2', 3, 'line:2'), block))).toEqual([
    '3 line:2 1',
    '3 line:3 2',
  ])
  expect(words(planPaste(order, select(1, 'line:1', 2, 'line:2'), block))).toEqual([
    '1 line:1 1',
    '1 line:2 2',
    '2 line:1 1',
    '2 line:2 2',
  ])
})

test('what lies beyond the grid is counted, not dropped in silence', () => {
  const plan = planPaste(order, select(4, 'line:3', 4, 'line:3'), [
    ['1', '2'],
    ['3', '4'],
  ])
  expect([plan.rowsBeyond, plan.columnsBeyond]).toEqual([1, 1])
  expect(plan.target).toMatchObject({ rows: [4], columns: ['line:3'] })
})
