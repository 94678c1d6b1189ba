import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readSheets } from '../../src/engine/exchange/read-sheets.ts'
import { cellText } from '../../src/engine/exchange/sheet-table.ts'
import { MatrixWindow, SOON } from './matrix-window.ts'
import { HAS_OFFICE, copyFromOffice, readInOffice } from './office-window.ts'

/** Where there is no LibreOffice, what version 7.4 put on the clipboard for the same cells. */
const RECORDED = {
  block: {
    text: '1,200\t8\n2,400\t0.15\n',
    html: '<table><tr><td align="right" sdval="1200.123456" sdnum="1033;0;#,##0">1,200</td><td align="right" sdval="7.5" sdnum="1033;0;#,##0">8</td></tr><tr><td align="right" sdval="2400.246912" sdnum="1033;0;#,##0">2,400</td><td align="right" sdval="0.15" sdnum="1033;">0.15</td></tr></table>',
  },
  share: {
    text: '0.15\t15%\n',
    html: '<table><tr><td align="right" sdval="0.15" sdnum="1033;">0.15</td><td align="right" sdval="0.15" sdnum="1033;0;0%">15%</td></tr></table>',
  },
}
const SOURCE = HAS_OFFICE ? 'LibreOffice' : 'what LibreOffice was seen to copy'
/** LibreOffice starts twice on a new profile. */
const PATIENCE = 120_000

let matrix: MatrixWindow
let path: string

beforeAll(async () => {
  matrix = await MatrixWindow.open()
  path = join(matrix.launched.home, 'phân bổ.xlsx')
  await writeSpreadsheet(path)
})

afterAll(async () => {
  await matrix.launched.close()
})

beforeEach(() => matrix.rest())

/** A sheet as offices send them: figures finer than they are shown, a formula and a percentage. */
async function writeSpreadsheet(to: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Phân bổ')
  sheet.getCell('A1').value = 'Dự án'
  sheet.getCell('B3').value = 1200.123456
  sheet.getCell('C3').value = 7.5
  sheet.getCell('B4').value = { formula: 'B3*2', result: 2400.246912 }
  sheet.getCell('C4').value = 0.15
  sheet.getCell('D4').value = 0.15
  for (const address of ['B3', 'C3', 'B4']) sheet.getCell(address).numFmt = '#,##0'
  sheet.getCell('D4').numFmt = '0%'
  await book.xlsx.writeFile(to)
}

/** Puts cells of the spreadsheet on the clipboard; whoever copied them stays until the cells are pasted. */
async function copied(range: string, recorded: { text: string; html: string }) {
  if (HAS_OFFICE) return copyFromOffice(matrix.launched.home, path, range)
  await matrix.launched.app.evaluate(
    // Without Electron's own types here its clipboard passes for the browser's.
    ({ clipboard }, both) => clipboard.write(both as never),
    recorded,
  )
  return { close: () => undefined }
}

test(
  `a block of a real spreadsheet, copied by ${SOURCE}, comes in to the last đồng behind the shown figures`,
  async () => {
    const before = await matrix.total('allocated')
    const office = await copied('B3:C4', RECORDED.block)
    await matrix.cell(2, 3).click()
    await matrix.page.keyboard.press('Control+v')
    await matrix.at('block-enter').waitFor()
    expect(await matrix.at('block-after').getAttribute('data-amount')).toBe('3608020368')
    await matrix.picture('matrix-paste-from-office-vi-light-1366')
    await matrix.at('block-enter').click()
    await expect.poll(() => matrix.total('allocated'), SOON).toBe(before + 3_608_020_368n)
    office.close()
    expect(await matrix.cell(3, 4).innerText()).toBe('0,15')
    await matrix.page.keyboard.press('Control+z')
    await expect.poll(() => matrix.total('allocated'), SOON).toBe(before)
  },
  PATIENCE,
)

test(
  `a percentage among the cells copied by ${SOURCE} is refused by name and nothing is entered`,
  async () => {
    const before = await matrix.total('allocated')
    const office = await copied('C4:D4', RECORDED.share)
    await matrix.cell(2, 3).click()
    await matrix.page.keyboard.press('Control+v')
    await matrix.at('block-refusal').waitFor()
    office.close()
    expect(await matrix.at('block-refusal').innerText()).toContain('15%')
    await matrix.at('block-cancel').click()
    expect(await matrix.total('allocated')).toBe(before)
  },
  PATIENCE,
)

test(
  'a block copied here is the same figures in a spreadsheet',
  async () => {
    await matrix.cell(1, 1).click()
    await matrix.cell(2, 2).click({ modifiers: ['Shift'] })
    await matrix.page.keyboard.press('Control+c')
    await expect.poll(() => matrix.clipboardText(), SOON).toBe('11.400\t9.500\r\n9.600\t8.000')
    expect(await figuresPasted()).toEqual([
      ['11400', '9500'],
      ['9600', '8000'],
    ])
  },
  PATIENCE,
)

/** The figures LibreOffice makes of the clipboard; without it, those the clipboard holds for it. */
async function figuresPasted(): Promise<string[][]> {
  const html = await matrix.launched.app.evaluate(({ clipboard }) =>
    // Without Electron's own types here its clipboard passes for the browser's.
    (clipboard as unknown as { readHTML(): string }).readHTML(),
  )
  if (!HAS_OFFICE)
    return html
      .split('</tr>')
      .map((row) =>
        [...row.matchAll(/sdval="([^"]*)" sdnum="1033;"/g)].map(([, figure]) => figure ?? ''),
      )
      .filter((row) => row.length > 0)
  const path = readInOffice(matrix.launched.home, html)
  const [sheet] = readSheets(readFileSync(path), path)
  return (sheet?.rows ?? []).map(({ cells }) => cells.map((cell) => cellText(cell)))
}
