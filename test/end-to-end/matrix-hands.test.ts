import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MatrixWindow, SOON } from './matrix-window.ts'

let matrix: MatrixWindow
let page: Page
let lines: readonly string[] = []

beforeAll(async () => {
  matrix = await MatrixWindow.open()
  ;({ page, lines } = matrix)
})

afterAll(async () => {
  await matrix.launched.close()
})

/** Every test leaves the plan as the sample is. */
beforeEach(() => matrix.rest())

const cell = (row: number, line: number) => matrix.cell(row, line)
const total = (name: string) => matrix.total(name)
const figure = (name: string) => matrix.figure(name)
const selectedCells = () => matrix.selectedCells()
const clipboardText = () => matrix.clipboardText()

test('a drag, Shift with a click and Shift with arrows select a range with its exact sums', async () => {
  await cell(1, 1).click()
  await cell(3, 2).click({ modifiers: ['Shift'] })
  await expect.poll(selectedCells, SOON).toBe('6')
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(selectedCells, SOON).toBe('8')
  const from = await cell(2, 1).boundingBox()
  const to = await cell(5, 3).boundingBox()
  if (!from || !to) throw new Error('the cells are not in sight')
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 6 })
  await page.mouse.up()
  await expect.poll(selectedCells, SOON).toBe('12')
  expect(await figure('sum')).toMatch(/^\d+$/)
  await matrix.picture('matrix-range-vi-light-1366')
})

test('whole rows and columns are selected by their headers, everything by Ctrl+A, ranges apart with Ctrl', async () => {
  await page.locator('[row-id="2"] [col-id=row]').click()
  await expect.poll(selectedCells, SOON).toBe('14')
  await page.locator(`.ag-header-cell[col-id="${lines[1]}"]`).click()
  const rows = Number(await selectedCells())
  expect(rows).toBeGreaterThan(60)
  await cell(1, 1).click()
  await page.keyboard.press('Control+a')
  await expect.poll(selectedCells, SOON).toBe(String(rows * 14))
  expect(BigInt((await figure('sum')) ?? '')).toBe(await total('allocated'))
  await cell(1, 1).click()
  await cell(3, 3).click({ modifiers: ['Control'] })
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(selectedCells, SOON).toBe('3')
  await expect.poll(() => page.locator('[data-testid=range-box]').count(), SOON).toBe(2)
})

test('a drag beyond the edge scrolls along, and Ctrl+Shift with an arrow goes to the edge of the data', async () => {
  const from = await cell(10, 1).boundingBox()
  if (!from) throw new Error('the cell is not in sight')
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 20, 700, { steps: 5 })
  await expect
    .poll(() => page.locator('.ag-grid-viewport').evaluate((view) => view.scrollTop), SOON)
    .toBeGreaterThan(300)
  await page.mouse.up()
  await expect.poll(async () => Number(await selectedCells()), SOON).toBeGreaterThan(20)
  await page.locator('.ag-grid-viewport').evaluate((view) => view.scrollTo(0, 0))
  await cell(1, 1).click()
  await page.keyboard.press('Control+Shift+ArrowDown')
  await expect.poll(selectedCells, SOON).toBe('16')
})

test('a range stays on its cells when the rows are sorted', async () => {
  await cell(2, 1).click()
  await page.keyboard.press('Shift+ArrowDown')
  const before = await figure('sum')
  await matrix.menu('sort-descending')
  await expect
    .poll(() => page.locator('[row-id][row-index="0"] [col-id=code]').first().innerText(), SOON)
    .not.toBe('7801001')
  expect(await figure('sum')).toBe(before)
  await matrix.menu('sort-none')
  await expect
    .poll(() => page.locator('[row-id][row-index="0"] [col-id=code]').first().innerText(), SOON)
    .toBe('7801001')
})

test('a block is copied and pasted through the real clipboard, previewed and undone as one', async () => {
  const before = await total('allocated')
  await cell(1, 1).click()
  await cell(2, 2).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+c')
  await expect.poll(clipboardText, SOON).toBe('11.400\t9.500\r\n9.600\t8.000')
  await cell(4, 3).click()
  await page.keyboard.press('Control+v')
  await page.locator('[data-testid=block-preview]').waitFor()
  expect(await page.locator('[data-testid=block-outcome]').innerText()).toContain('4 ô')
  await matrix.picture('matrix-paste-preview-vi-light-1366')
  await page.locator('[data-testid=block-enter]').click()
  await expect.poll(() => cell(5, 4).innerText(), SOON).toBe('8.000')
  expect(await total('allocated')).toBe(before + 38_500_000_000n)
  await page.keyboard.press('Control+z')
  await expect.poll(() => total('allocated'), SOON).toBe(before)
  await page.keyboard.press('Control+y')
  await expect.poll(() => total('allocated'), SOON).toBe(before + 38_500_000_000n)
  await page.locator('[data-testid=rail-history]').click()
  await expect
    .poll(() => page.locator('[data-testid=screen-history]').innerText(), SOON)
    .toContain('Dán 4 ô vào 2 dự án')
  await page.locator('[data-testid=rail-matrix]').click()
  await page.locator('[data-testid=command-undo]').click()
  await expect.poll(() => total('allocated'), SOON).toBe(before)
})

test('one value fills a selection', async () => {
  await matrix.writeClipboard('1,5')
  await cell(12, 3).click()
  await cell(13, 3).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+v')
  await page.locator('[data-testid=block-enter]').click()
  await expect.poll(() => cell(13, 3).innerText(), SOON).toBe('1,5')
  await page.keyboard.press('Control+z')
  await expect.poll(() => cell(13, 3).innerText(), SOON).toBe('–')
})

test('a block of a spreadsheet is entered as the figures behind its text; without them the person is told', async () => {
  const figures = [1200.123456, 7.5]
  const html = `<table>${figures.map((figure) => `<tr><td sdval="${figure}">x</td></tr>`).join('')}</table>`
  const text = '1.200\r\n8'
  await matrix.launched.app.evaluate(
    // Without Electron's own types here its clipboard passes for the browser's.
    ({ clipboard }, both) => clipboard.write(both as never),
    { text, html },
  )
  await cell(2, 3).click()
  await page.keyboard.press('Control+v')
  await page.locator('[data-testid=block-enter]').waitFor()
  expect(await page.locator('[data-testid=block-after]').getAttribute('data-amount')).toBe(
    '1207623456',
  )
  await page.locator('[data-testid=block-enter]').click()
  await expect.poll(() => cell(3, 3).innerText(), SOON).toBe('7,5')
  // Now the plan holds decimals that the same cells, copied as bare text, would lose.
  await matrix.writeClipboard(text)
  await cell(2, 3).click()
  await page.keyboard.press('Control+v')
  await page.locator('[data-testid=block-note]').waitFor()
  await page.locator('[data-testid=block-cancel]').click()
  await page.locator('[data-testid=block-preview]').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await expect.poll(() => cell(3, 3).innerText(), SOON).toBe('–')
})

test('a held cell refuses a paste by name and nothing is entered', async () => {
  const before = await total('allocated')
  await cell(2, 2).click()
  await page.keyboard.press('Control+h')
  await expect.poll(() => cell(2, 2).getAttribute('class'), SOON).toContain('is-held')
  await matrix.writeClipboard('5\t5\r\n5\t5')
  await cell(1, 1).click()
  await page.keyboard.press('Control+v')
  const refusal = page.locator('[data-testid=block-refusal]')
  await refusal.waitFor()
  expect(await refusal.innerText()).toContain('7801002 · T-XSKT · 2026')
  await matrix.picture('matrix-paste-refused-vi-light-1366')
  await page.locator('[data-testid=block-cancel]').click()
  expect(await total('allocated')).toBe(before)
  await cell(2, 2).click()
  await page.keyboard.press('Delete')
  await refusal.waitFor()
  await page.keyboard.press('Escape')
  await refusal.waitFor({ state: 'detached' })
  await cell(2, 2).click()
  await page.keyboard.press('Control+h')
  await expect.poll(() => cell(2, 2).getAttribute('class'), SOON).not.toContain('is-held')
})

test('Ctrl+D, Ctrl+R and the handle fill, Delete clears a range, each undone as one', async () => {
  await cell(1, 3).click()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect.poll(() => cell(1, 3).innerText(), SOON).toBe('12')
  const before = await total('allocated')
  await cell(1, 3).click()
  await cell(3, 3).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+d')
  await expect.poll(() => cell(3, 3).innerText(), SOON).toBe('12')
  await page.keyboard.press('Delete')
  await expect.poll(() => cell(1, 3).innerText(), SOON).toBe('–')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  // The cell is as empty before the two are undone as after, so only the total tells.
  await expect.poll(() => total('allocated'), SOON).toBe(before)
  await cell(1, 3).click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+r')
  await expect.poll(() => cell(1, 4).innerText(), SOON).toBe('12')
  await page.keyboard.press('Control+z')
  await cell(1, 3).click()
  const handle = await page.locator('[data-testid=fill-handle]').boundingBox()
  const to = await cell(4, 3).boundingBox()
  if (!handle || !to) throw new Error('there is no handle')
  await page.mouse.move(handle.x + 4, handle.y + 4)
  await page.mouse.down()
  await page.mouse.move(to.x + 20, to.y + 14, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => cell(4, 3).innerText(), SOON).toBe('12')
  expect(await total('allocated')).toBe(before + 36_000_000n)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => cell(1, 3).innerText(), SOON).toBe('–')
})

test('Alt and an arrow pick an amount, Escape leaves the cell as it was, Tab goes on', async () => {
  await cell(3, 3).click()
  await page.keyboard.press('Alt+ArrowDown')
  await page.locator('[data-testid=amount-picks]').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await page.locator('[data-testid=amount-editor]').inputValue()).toBe('9.000')
  await page.keyboard.press('Escape')
  await expect.poll(() => cell(3, 3).innerText(), SOON).toBe('–')
  await page.keyboard.press('F2')
  await page.locator('[data-testid=amount-editor]').waitFor()
  await page.keyboard.press('Tab')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('col-id')), SOON)
    .toBe(lines[3])
})

test('the menu opens on Shift+F10 and on a right click, and leaves the range selected', async () => {
  await cell(1, 1).click()
  await cell(2, 2).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Shift+F10')
  await page.locator('[data-testid=cell-menu]').waitFor()
  await matrix.picture('matrix-menu-vi-light-1366')
  await page.keyboard.press('Escape')
  await page.locator('[data-testid=cell-menu]').waitFor({ state: 'detached' })
  await cell(2, 1).click({ button: 'right' })
  await page.locator('[data-testid=menu-copy]').click()
  await expect.poll(clipboardText, SOON).toBe('11.400\t9.500\r\n9.600\t8.000')
  expect(await selectedCells()).toBe('4')
})

test('typing into a project total spreads it over its lines, with a preview', async () => {
  await page.locator('[row-id="3"] [col-id=allocated]').click()
  await page.keyboard.type('90000')
  await page.keyboard.press('Enter')
  await page.locator('[data-testid=block-preview]').waitFor()
  await page.locator('[data-testid=block-enter]').click()
  await expect
    .poll(() => page.locator('[row-id="3"] [col-id=allocated]').innerText(), SOON)
    .toBe('90.000')
  expect(await cell(3, 1).innerText()).toBe('10.800')
  await page.keyboard.press('Control+z')
  await expect
    .poll(() => page.locator('[row-id="3"] [col-id=allocated]').innerText(), SOON)
    .toBe('81.000')
})

test('what an input method composes is there once, from its first letter', async () => {
  const session = await matrix.launched.app.context().newCDPSession(page)
  await cell(3, 3).click()
  // An input method announces its first letter so, before there is an editor to compose in.
  const announced = { key: 'Process', code: 'Digit2', windowsVirtualKeyCode: 229 }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...announced })
  await page.locator('[data-testid=amount-editor]').waitFor()
  await session.send('Input.imeSetComposition', {
    text: '25 ty',
    selectionStart: 5,
    selectionEnd: 5,
  })
  await session.send('Input.imeSetComposition', {
    text: '25 tỷ',
    selectionStart: 5,
    selectionEnd: 5,
  })
  await session.send('Input.insertText', { text: '25 tỷ' })
  expect(await page.locator('[data-testid=amount-editor]').inputValue()).toBe('25 tỷ')
  await page.keyboard.press('Escape')
  await expect.poll(() => cell(3, 3).innerText(), SOON).toBe('–')
})

test('a whole row, a whole column and a total are held and refuse by name', async () => {
  const refusal = page.locator('[data-testid=block-refusal]').first()
  const tryToClear = async (words: string) => {
    await cell(2, 1).click()
    await page.keyboard.press('Delete')
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain(words)
    await page.keyboard.press('Escape')
    await refusal.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await expect.poll(() => cell(2, 1).getAttribute('class'), SOON).not.toContain('is-held')
  }
  await page.locator('[row-id="2"] [col-id=row]').click()
  await page.keyboard.press('Control+h')
  await expect.poll(() => cell(2, 4).getAttribute('class'), SOON).toContain('is-held')
  await tryToClear('cả dòng')
  await page.locator(`.ag-header-cell[col-id="${lines[0]}"]`).click()
  await page.keyboard.press('Control+h')
  await expect.poll(() => cell(5, 1).getAttribute('class'), SOON).toContain('is-held')
  await tryToClear('cả cột')
  await page.locator('[row-id="2"] [col-id=allocated]').click()
  await page.keyboard.press('Control+h')
  await page.locator('[row-id="2"] [col-id=allocated].is-held').waitFor()
  await tryToClear('Tổng năm 2026')
})

test('Ctrl+F finds duc nong whatever the diacritics and goes from one to the next', async () => {
  await page.keyboard.press('Control+f')
  await page.locator('[data-testid=find-text]').fill('duc nong')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => page.locator('[data-testid=find-count]').innerText(), SOON)
    .toMatch(/^1\/[1-9]\d*$/)
  await page.keyboard.press('Enter')
  await expect
    .poll(() => page.locator('[data-testid=find-count]').innerText(), SOON)
    .toMatch(/^2\//)
  await matrix.picture('matrix-find-vi-light-1366')
  await page.keyboard.press('Escape')
  await page.locator('[data-testid=find-bar]').waitFor({ state: 'detached' })
})

test('only flagged projects, a figure and a set narrow the rows, and one button shows all again', async () => {
  await page.locator('[data-testid=open-filter]').click()
  await page.locator('[data-testid=only-flagged]').click()
  const count = async () =>
    Number((await page.locator('[data-testid=filter-count]').innerText()).split(' ')[0])
  // The sample has 69 projects, and some of them have nothing to tell.
  await expect.poll(count, SOON).toBeLessThan(69)
  const flagged = await count()
  await page.locator('[data-testid=filter-amount]').fill('5 tỷ')
  await expect.poll(count, SOON).toBeLessThan(flagged)
  await matrix.picture('matrix-filter-vi-light-1366')
  await page.locator('[data-testid=clear-filter]').click()
  await page.locator('[data-testid=filter-count]').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
})

/** Every group in sight with its subtotal and its members' amounts, as they are written. */
async function groupSums(): Promise<{ sum: number; of: number[] }[]> {
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll('.ag-row:not(.ag-row-pinned)')]
      .map((row) => ({
        top: row.getBoundingClientRect().top,
        isGroup: row.classList.contains('group-row'),
        amount: row.querySelector('[col-id=allocated]')?.textContent ?? '',
      }))
      .sort((a, b) => a.top - b.top),
  )
  const groups: { sum: number; of: number[] }[] = []
  for (const { isGroup, amount } of rows) {
    const figure = Number(amount.replaceAll('.', '').replace(',', '.'))
    if (isGroup) groups.push({ sum: figure, of: [] })
    else groups.at(-1)?.of.push(figure)
  }
  return groups
}

test('groups have exact subtotals under any filter, fold, and are remembered', async () => {
  await page.locator('[data-testid=open-groups]').click()
  await page.locator('[data-testid=choose-group-place]').click()
  await page.keyboard.press('Escape')
  const heads = page.locator('.group-row [col-id=name]')
  await heads.first().waitFor()
  await matrix.picture('matrix-groups-vi-light-1366')
  await page.locator('[data-testid=quick-filter]').fill('7801')
  await expect
    .poll(async () => (await groupSums()).map(({ of }) => of.length).join(' '), SOON)
    .toMatch(/^[1-9]( [1-9])*$/)
  for (const { sum, of } of await groupSums())
    expect(sum).toBe(of.reduce((total, amount) => total + amount, 0))
  await page.locator('[data-testid=quick-filter]').fill('')
  const subtotal = page.locator(`.group-row [col-id="${lines[2]}"]`).first()
  await subtotal.click()
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await page.locator('[data-testid=block-enter]').click()
  await expect.poll(() => subtotal.innerText(), SOON).toBe('10')
  await page.keyboard.press('Control+z')
  await expect.poll(() => subtotal.innerText(), SOON).not.toBe('10')
  await heads.first().click()
  expect(await heads.first().innerText()).toContain('▸')
  await heads.first().click()
  await page.locator('[data-testid=open-groups]').click()
  await page.locator('[data-testid=choose-group-none]').click()
  await page.keyboard.press('Escape')
  await heads.first().waitFor({ state: 'detached' })
})

test('years stand side by side and take entries of their own, and columns are chosen', async () => {
  await page.locator('[data-testid=open-columns]').click()
  await page.locator('[data-testid=every-year]').click()
  const next = page.locator(`[row-id="3"] [col-id="${lines[0]}:2027"]`)
  await next.waitFor()
  await page.keyboard.press('Escape')
  await next.click()
  await page.keyboard.type('77')
  await page.keyboard.press('Enter')
  await expect.poll(() => next.innerText(), SOON).toBe('77')
  await matrix.picture('matrix-years-vi-light-1366')
  await page.keyboard.press('Control+z')
  await expect.poll(() => next.innerText(), SOON).not.toBe('77')
  await page.locator('[data-testid=open-columns]').click()
  await page.locator('[data-testid=every-year]').click()
  await page.locator('[data-testid="column-T-DAT"]').click()
  await page.locator(`.ag-header-cell[col-id="${lines[2]}"]`).waitFor({ state: 'detached' })
  await page.locator('[data-testid="column-T-DAT"]').click()
  await page.locator(`.ag-header-cell[col-id="${lines[2]}"]`).waitFor()
  await page.keyboard.press('Escape')
})

test('the palette finds a command and a project, and F1 shows every key', async () => {
  await page.keyboard.press('Control+k')
  await page.locator('[data-testid=palette-text]').fill('dia ban')
  await page.locator('[data-testid=palette-group-place]').waitFor()
  await matrix.picture('palette-vi-light-1366')
  await page.locator('[data-testid=palette-text]').fill('7801005')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => page.locator('[data-testid=formula-cell]').innerText(), SOON)
    .toContain('7801005')
  await page.keyboard.press('F1')
  await page.locator('[data-testid=shortcuts]').waitFor()
  await matrix.picture('shortcuts-vi-light-1366')
  await page.keyboard.press('Escape')
  await page.locator('[data-testid=shortcuts]').waitFor({ state: 'detached' })
})

test('coming back to the matrix finds it scrolled and focused as it was left', async () => {
  await cell(5, 2).click()
  await page.locator('.ag-grid-viewport').evaluate((view) => view.scrollTo(150, 400))
  await page.locator('[data-testid=rail-history]').click()
  await page.locator('[data-testid=screen-history]').waitFor()
  await page.locator('[data-testid=rail-matrix]').click()
  await expect
    .poll(
      () => page.locator('.ag-grid-viewport').evaluate((view) => [view.scrollLeft, view.scrollTop]),
      SOON,
    )
    .toEqual([150, 400])
})

test('undo with nothing left says so once, however often it is asked', async () => {
  for (let press = 0; press < 40; press += 1) await page.keyboard.press('Control+z')
  const said = page.locator('[data-testid=message-info]')
  await said.waitFor()
  expect(await said.count()).toBe(1)
  expect(await page.locator('[data-testid=message-error]').count()).toBe(0)
})
