import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MatrixWindow, SOON } from './matrix-window.ts'

let matrix: MatrixWindow

beforeAll(async () => {
  matrix = await MatrixWindow.open()
})

afterAll(async () => {
  await matrix.launched.close()
})

/** Every test leaves the plan as the sample is. */
beforeEach(() => matrix.rest())

const cut = () => matrix.at('cut-box')

test('a drag across headings takes in whole columns, one across row numbers whole rows', async () => {
  await matrix.header(matrix.lines[0]).click()
  const one = Number(await matrix.selectedCells())
  // A column that is selected would be moved.
  await matrix.cell(1, 1).click()
  await matrix.drag(matrix.header(matrix.lines[0]), matrix.header(matrix.lines[2]))
  await expect.poll(() => matrix.selectedCells(), SOON).toBe(String(one * 3))
  await matrix.picture('matrix-columns-selected-vi-light-1366')
  await matrix.drag(matrix.header(matrix.lines[3]), matrix.header(matrix.lines[1]))
  await expect.poll(() => matrix.selectedCells(), SOON).toBe(String(one * 3))
  const number = (row: number) => matrix.page.locator(`[row-id="${row}"] [col-id=row]`)
  await number(2).click()
  const wide = Number(await matrix.selectedCells())
  await matrix.drag(number(2), number(4))
  await expect.poll(() => matrix.selectedCells(), SOON).toBe(String(wide * 3))
})

test('cut cells keep their amounts under a moving border until they are pasted, and move as one act', async () => {
  const before = await matrix.total('allocated')
  await matrix.cell(1, 1).click()
  await matrix.cell(2, 1).click({ modifiers: ['Shift'] })
  await matrix.page.keyboard.press('Control+x')
  await cut().waitFor()
  expect(await matrix.cell(1, 1).innerText()).toBe('11.400')
  expect(await matrix.total('allocated')).toBe(before)
  await matrix.picture('matrix-cut-vi-light-1366')
  await matrix.cell(1, 3).click()
  await matrix.page.keyboard.press('Control+v')
  await matrix.at('block-enter').click()
  await expect.poll(() => matrix.cell(2, 3).innerText(), SOON).toBe('9.600')
  expect(await matrix.cell(1, 1).innerText()).toBe('–')
  expect(await matrix.total('allocated')).toBe(before)
  await cut().waitFor({ state: 'detached' })
  await matrix.page.keyboard.press('Control+z')
  await expect.poll(() => matrix.cell(1, 1).innerText(), SOON).toBe('11.400')
  expect(await matrix.cell(2, 3).innerText()).toBe('–')
})

test('cut cells may be pasted over their own place, and none is lost', async () => {
  const before = await matrix.total('allocated')
  await matrix.cell(1, 1).click()
  await matrix.cell(2, 1).click({ modifiers: ['Shift'] })
  await matrix.page.keyboard.press('Control+x')
  await cut().waitFor()
  await matrix.cell(2, 1).click()
  await matrix.page.keyboard.press('Control+v')
  await matrix.at('block-enter').click()
  await expect.poll(() => matrix.cell(3, 1).innerText(), SOON).toBe('9.600')
  expect(await matrix.cell(2, 1).innerText()).toBe('11.400')
  expect(await matrix.cell(1, 1).innerText()).toBe('–')
  await matrix.page.keyboard.press('Control+z')
  await expect.poll(() => matrix.cell(1, 1).innerText(), SOON).toBe('11.400')
  expect(await matrix.total('allocated')).toBe(before)
})

test('Escape, a new copy and any edit end a cut; then a paste only copies', async () => {
  const mark = async () => {
    await matrix.cell(1, 1).click()
    await matrix.page.keyboard.press('Control+x')
    await cut().waitFor()
  }
  await mark()
  await matrix.page.keyboard.press('Escape')
  await cut().waitFor({ state: 'detached' })
  await mark()
  await matrix.page.keyboard.press('Control+c')
  await cut().waitFor({ state: 'detached' })
  await mark()
  await matrix.cell(4, 3).click()
  await matrix.page.keyboard.type('5')
  await matrix.page.keyboard.press('Enter')
  await cut().waitFor({ state: 'detached' })
  await matrix.cell(5, 3).click()
  await matrix.page.keyboard.press('Control+v')
  await expect.poll(() => matrix.cell(5, 3).innerText(), SOON).toBe('11.400')
  expect(await matrix.cell(1, 1).innerText()).toBe('11.400')
  await matrix.page.keyboard.press('Control+z')
  await matrix.page.keyboard.press('Control+z')
  await expect.poll(() => matrix.cell(4, 3).innerText(), SOON).toBe('–')
})

test('a held cell that was cut refuses by name when it is pasted, and nothing moves', async () => {
  const before = await matrix.total('allocated')
  await matrix.cell(2, 1).click()
  await matrix.page.keyboard.press('Control+h')
  await expect.poll(() => matrix.cell(2, 1).getAttribute('class'), SOON).toContain('is-held')
  await matrix.page.keyboard.press('Control+x')
  await cut().waitFor()
  await matrix.cell(5, 3).click()
  await matrix.page.keyboard.press('Control+v')
  await matrix.at('block-refusal').waitFor()
  expect(await matrix.at('block-refusal').innerText()).toContain('7801002')
  await matrix.at('block-cancel').click()
  expect(await matrix.total('allocated')).toBe(before)
  await matrix.page.keyboard.press('Control+z')
  await expect.poll(() => matrix.cell(2, 1).getAttribute('class'), SOON).not.toContain('is-held')
})

test('ranges of the same columns are copied as one block, others are told by name that they cannot be', async () => {
  await matrix.cell(1, 1).click()
  await matrix.page.keyboard.press('Shift+ArrowRight')
  await matrix.cell(3, 1).click({ modifiers: ['Control'] })
  await matrix.page.keyboard.press('Shift+ArrowRight')
  await matrix.page.keyboard.press('Control+c')
  const third = await Promise.all([1, 2].map((line) => matrix.cell(3, line).innerText()))
  await expect
    .poll(() => matrix.clipboardText(), SOON)
    .toBe(`11.400\t9.500\r\n${third.map((text) => (text === '–' ? '' : text)).join('\t')}`)
  await matrix.writeClipboard('như cũ')
  await matrix.cell(1, 1).click()
  await matrix.cell(2, 2).click({ modifiers: ['Control'] })
  await matrix.page.keyboard.press('Control+c')
  await matrix.at('message-info').first().waitFor()
  expect(await matrix.at('message-info').first().innerText()).toContain('Hãy chép từng vùng')
})

/** The line columns from left to right, as they stand now. */
const codes = () =>
  matrix.page.evaluate(() =>
    [...document.querySelectorAll('.ag-header-cell[col-id^="line:"] b')]
      .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
      .map((code) => code.textContent),
  )

test('selected columns are moved by their headings or by keys, within their programme', async () => {
  const before = await codes()
  expect(before.slice(0, 3)).toEqual(['T-XDCB', 'T-XSKT', 'T-DAT'])
  await matrix.header(matrix.lines[0]).click()
  await matrix.drag(matrix.header(matrix.lines[0]), matrix.header(matrix.lines[2]))
  await expect
    .poll(async () => (await codes()).slice(0, 3), SOON)
    .toEqual(['T-XSKT', 'T-DAT', 'T-XDCB'])
  expect(await matrix.cell(1, 1).innerText()).toBe('11.400')
  await matrix.page.keyboard.press('Alt+Shift+ArrowLeft')
  await matrix.page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect.poll(codes, SOON).toEqual(before)
  await matrix.page.keyboard.press('Alt+Shift+ArrowLeft')
  // A line of one programme does not leave it for another.
  await matrix.header(matrix.lines[0]).click()
  await matrix.drag(matrix.header(matrix.lines[0]), matrix.header(matrix.lines[4]))
  expect(await codes()).toEqual(before)
})
