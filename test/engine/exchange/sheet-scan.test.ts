import { describe, expect, test } from 'vitest'
import { readDateStyles } from '../../../src/engine/exchange/date-formats.ts'
import {
  type WorkbookContext,
  readSharedStrings,
  scanSheet,
} from '../../../src/engine/exchange/sheet-scan.ts'

const CONTEXT: WorkbookContext = {
  strings: ['chung'],
  dateStyles: [false, true],
  is1904: false,
  count: () => {},
}

function scan(xml: string, context: Partial<WorkbookContext> = {}) {
  return scanSheet(Buffer.from(xml), { ...CONTEXT, ...context })
}

test('places cells by address, and one after another where the address is left out', () => {
  const { rows } = scan(
    '<sheetData><row r="3"><c r="B3"><v>1.50</v></c><c t="s"><v>0</v></c><c><f>A1</f><v>2.0</v></c></row>' +
      '<x:row xmlns:x="y"><x:c><x:v>3.10</x:v></x:c></x:row><!-- <c r="A9"><v>9.90</v></c> --></sheetData>',
  )
  expect(rows).toEqual([
    { number: 3, cells: ['', { number: '1.5' }, 'chung', { number: '2' }] },
    { number: 4, cells: [{ number: '3.1' }] },
  ])
})

test('resolves entities, CDATA, rich text and escaped characters, and leaves phonetic hints out', () => {
  const part = Buffer.from(
    '<sst><si><t>Đường &amp; cầu &#x111;&#10;</t></si><si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r>' +
      '<rPh><t>nghe</t></rPh></si><si><t><![CDATA[<c>]]></t></si><si/><si><t>_x0041_</t></si></sst>',
  )
  expect(readSharedStrings(part)).toEqual(['Đường & cầu đ\n', 'a b', '<c>', '', 'A'])
})

test.each([
  ['<c s="1"><v>45951</v></c>', '2025-10-21'],
  ['<c s="1"><v>59</v></c>', '1900-02-28'],
  ['<c s="1"><v>61.75</v></c>', '1900-03-01'],
  ['<c t="d"><v>2025-10-20T00:00:00</v></c>', '2025-10-20'],
  ['<c t="b"><v>1</v></c>', 'yes'],
  ['<c t="str"><f>""</f><v></v></c>', ''],
  ['<c t="e"><v>#N/A</v></c>', { problem: 'text-invalid', text: '#N/A' }],
  ['<c><f>B1</f></c>', { problem: 'formula-without-value', text: '=B1' }],
  ['<c><v>1_000</v></c>', { problem: 'text-invalid', text: '1_000' }],
  ['<c t="s"><v>7</v></c>', { problem: 'text-invalid', text: '7' }],
  ['<c t="inlineStr"><is><t>tại ô</t></is></c>', 'tại ô'],
])('reads %s', (cell, expected) => {
  expect(scan(`<row r="1">${cell}</row>`).rows[0]?.cells).toEqual([expected])
})

test('counts days from 1904 where the workbook does', () => {
  expect(scan('<row><c s="1"><v>0</v></c></row>', { is1904: true }).rows[0]?.cells).toEqual([
    '1904-01-01',
  ])
})

test('counts the gaps a far cell opens, so a few bytes cannot ask for much memory', () => {
  const counted: number[] = []
  scan('<row><c r="XFD1"><v>1</v></c></row>', { count: (cells) => counted.push(cells) })
  expect(counted).toEqual([16_384])
})

describe('broken markup', () => {
  test.each([
    '<row r="1"',
    '<row><c r="A1',
    '<row><c><v>1',
    '<!-- ',
    '<![CDATA[',
    '<row a=>',
    '<>',
  ])('ends: %j', (xml) => {
    expect(scan(xml).formulas).toBe(0)
  })
})

test('tells date formats from amount formats', () => {
  const styles = Buffer.from(
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0 &quot;đ&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  )
  expect(readDateStyles(styles)).toEqual([false, true, false, true])
})
