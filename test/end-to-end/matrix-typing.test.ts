import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { parseEntry } from '../../src/core/number-entry.ts'
import { MatrixWindow, SOON } from './matrix-window.ts'

let matrix: MatrixWindow
let session: CDPSession

beforeAll(async () => {
  matrix = await MatrixWindow.open()
  session = await matrix.launched.app.context().newCDPSession(matrix.page)
})

afterAll(async () => {
  await matrix.launched.close()
})

/** Every test leaves the plan as the sample is. */
beforeEach(() => matrix.rest())

const editor = () => matrix.at('amount-editor')

/** Composes a word letter by letter as an input method does: what it shows after each key, then the word it settles on. */
async function compose(shown: readonly string[], key: string): Promise<void> {
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key,
    windowsVirtualKeyCode: 229,
  })
  await editor().waitFor()
  for (const text of shown)
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await session.send('Input.insertText', { text: shown.at(-1) ?? '' })
}

// Telex writes ty + r, VNI ty + 3; the first letter may itself turn into another: dd, d9.
test.each([
  ['Telex', 'ty, then r', ['2', '25', '25 t', '25 ty', '25 tỷ'], '25 tỷ', 'Process'],
  ['Telex', 'd, then d', ['d', 'đ', 'đô', 'đồn', 'đồng'], 'đồng', 'Process'],
  ['VNI', 'ty, then 3', ['t', 'ty', 'tỷ'], 'tỷ', 'Process'],
  ['VNI', 'd, then 9', ['d', 'đ', 'đo', 'đô', 'đồ', 'đồng'], 'đồng', 'Process'],
  ['an input method that names the letter itself', 'ty, then r', ['t', 'ty', 'tỷ'], 'tỷ', 't'],
])(
  'what %s composes from %s is there once, from its first letter',
  async (_method, _keys, shown, word, key) => {
    await matrix.cell(3, 3).click()
    await compose(shown, key)
    expect(await editor().inputValue()).toBe(word)
    await matrix.page.keyboard.press('Escape')
    await expect.poll(() => matrix.cell(3, 3).innerText(), SOON).toBe('–')
  },
)

test('an input method that takes its letter back and writes another leaves one letter', async () => {
  await matrix.cell(3, 3).click()
  // The commonest one on Windows composes nothing: it presses Backspace and sends the new letter.
  await matrix.page.keyboard.press('d')
  await editor().waitFor()
  await matrix.page.keyboard.press('Backspace')
  await matrix.page.keyboard.insertText('đ')
  expect(await editor().inputValue()).toBe('đ')
  await matrix.page.keyboard.press('Escape')
})

test('while a word is being composed Enter confirms the word, and only the next Enter the amount', async () => {
  const before = await matrix.total('allocated')
  await matrix.cell(3, 3).click()
  await matrix.page.keyboard.type('2')
  await session.send('Input.imeSetComposition', { text: ' tỷ', selectionStart: 3, selectionEnd: 3 })
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  })
  await session.send('Input.insertText', { text: ' tỷ' })
  expect(await editor().inputValue()).toBe('2 tỷ')
  await matrix.page.keyboard.press('Enter')
  await expect.poll(() => matrix.total('allocated'), SOON).toBe(before + 2_000_000_000n)
  await matrix.page.keyboard.press('Control+z')
  await expect.poll(() => matrix.total('allocated'), SOON).toBe(before)
})

test('Alt+↓ takes what the project needs, or what the line still has, to the đồng', async () => {
  const before = await matrix.total('allocated')
  await matrix.page.locator('[row-id="3"] [col-id=need]').click()
  const need = BigInt((await matrix.at('formula-amount').getAttribute('data-amount')) ?? '')
  const take = async (downs: number) => {
    await matrix.cell(3, 3).click()
    await matrix.page.keyboard.press('Alt+ArrowDown')
    await matrix.at('amount-picks').waitFor()
    for (let at = 0; at < downs; at += 1) await matrix.page.keyboard.press('ArrowDown')
    await matrix.page.keyboard.press('Enter')
    await matrix.page.keyboard.press('Enter')
  }
  await take(0)
  await expect.poll(() => matrix.total('allocated'), SOON).toBe(before + need)
  await matrix.page.keyboard.press('Control+z')
  await expect.poll(() => matrix.total('allocated'), SOON).toBe(before)
  await matrix.cell(3, 3).click()
  await matrix.page.keyboard.press('Shift+ArrowDown')
  await expect.poll(() => matrix.selectedCells(), SOON).toBe('2')
  const free = BigInt((await matrix.figure('free')) ?? '')
  await take(2)
  await expect.poll(() => matrix.total('allocated'), SOON).toBe(before + free)
  await matrix.page.keyboard.press('Control+z')
  await expect.poll(() => matrix.total('allocated'), SOON).toBe(before)
})

test('typing replaces, F2 edits the exact amount, Enter goes down, Tab right, Shift back; the formula bar tells the đồng', async () => {
  const bar = () => matrix.at('formula-amount').getAttribute('data-amount')
  await matrix.cell(2, 3).click()
  await matrix.page.keyboard.type('1,234567')
  await matrix.page.keyboard.press('Enter')
  await expect.poll(() => matrix.at('formula-cell').innerText(), SOON).toContain('7801003')
  await matrix.page.keyboard.press('ArrowUp')
  await expect.poll(bar, SOON).toBe('1234567')
  await matrix.page.keyboard.press('F2')
  expect(await editor().inputValue()).toBe('1,234567')
  await matrix.page.keyboard.press('Tab')
  await expect.poll(() => matrix.focusedColumn(), SOON).toBe(matrix.lines[3])
  await matrix.page.keyboard.press('Shift+Tab')
  await expect.poll(() => matrix.focusedColumn(), SOON).toBe(matrix.lines[2])
  await matrix.page.keyboard.type('9')
  expect(await editor().inputValue()).toBe('9')
  await matrix.page.keyboard.press('Escape')
  await expect.poll(bar, SOON).toBe('1234567')
  await matrix.page.keyboard.press('Control+z')
  await expect.poll(() => matrix.cell(2, 3).innerText(), SOON).toBe('–')
})

test('coming back from another screen the keys go on where they were', async () => {
  await matrix.cell(4, 3).click()
  for (const screen of ['history', 'flags', 'lines']) {
    await matrix.at(`rail-${screen}`).click()
    await matrix.at(`screen-${screen}`).waitFor()
    await matrix.at('rail-matrix').click()
    await expect.poll(() => matrix.focusedColumn(), SOON).toBe(matrix.lines[2])
    await matrix.page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => matrix.selectedCells(), SOON).toBe('2')
    await matrix.page.keyboard.press('Escape')
  }
})

test('the status bar tells count, sum, average, least, most and the lines’ free money, each to the đồng', async () => {
  const block = [
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ] as const
  const amounts: bigint[] = []
  for (const [row, line] of block) {
    await matrix.cell(row, line).click()
    await expect.poll(() => matrix.at('formula-cell').innerText(), SOON).toContain(`780100${row}`)
    amounts.push(BigInt((await matrix.at('formula-amount').getAttribute('data-amount')) ?? ''))
  }
  const remaining = async (at: number) =>
    parseEntry(
      await matrix.page.locator(`.totals-remaining [col-id="${matrix.lines[at]}"]`).innerText(),
      { unit: 'million', language: 'vi' },
    )
  const free = (await remaining(0)) + (await remaining(1))
  await matrix.cell(1, 1).click()
  await matrix.cell(2, 2).click({ modifiers: ['Shift'] })
  await expect.poll(() => matrix.selectedCells(), SOON).toBe('4')
  const sum = amounts.reduce((total, amount) => total + amount, 0n)
  const sorted = amounts.toSorted((a, b) => (a < b ? -1 : 1))
  expect(await matrix.at('selection-count').innerText()).toBe('4')
  expect(await matrix.figure('sum')).toBe(String(sum))
  expect(await matrix.figure('average')).toBe(String(sum / 4n))
  expect(await matrix.figure('min')).toBe(String(sorted[0]))
  expect(await matrix.figure('max')).toBe(String(sorted[3]))
  expect(await matrix.figure('free')).toBe(String(free))
})

test('Home and End go along the row, with Ctrl to the first and the last cell of the table', async () => {
  const place = () => matrix.at('formula-cell').innerText()
  const press = async (key: string, project: string, column: string) => {
    await matrix.page.keyboard.press(key)
    await expect.poll(() => matrix.focusedColumn(), SOON).toBe(column)
    expect(await place()).toContain(project)
  }
  await matrix.cell(3, 2).click()
  await press('Home', '7801003', 'code')
  await matrix.page.keyboard.press('End')
  await expect.poll(() => matrix.focusedColumn(), SOON).toMatch(/^line:/)
  expect(await place()).toContain('7801003')
  await matrix.page.keyboard.press('Control+End')
  await expect.poll(place, SOON).toContain('7802048')
  await press('Control+Home', '7801001', 'code')
})

test('what is typed on a computed cell goes nowhere, and the window says so by its name', async () => {
  await matrix.page.locator('[row-id="2"] [col-id=need]').click()
  await matrix.page.keyboard.type('5')
  await matrix.at('message-info').waitFor()
  expect(await matrix.at('message-info').innerText()).toContain('7801002 · Nhu cầu')
  expect(await editor().count()).toBe(0)
})

test('the menu of cells is in sight as a whole on an office screen', async () => {
  await matrix.cell(5, 2).click({ button: 'right' })
  await matrix.at('cell-menu').waitFor()
  const edges = async () => {
    const box = await matrix.at('cell-menu').boundingBox()
    const last = await matrix.at('menu-column-right').boundingBox()
    return { top: box?.y ?? -1, bottom: (last?.y ?? 0) + (last?.height ?? Number.NaN) }
  }
  await expect.poll(async () => (await edges()).bottom, SOON).toBeLessThanOrEqual(768)
  expect((await edges()).top).toBeGreaterThanOrEqual(0)
  await matrix.picture('matrix-menu-vi-light-1366')
})
