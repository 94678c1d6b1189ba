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

async function enter(row: number, line: number, text: string): Promise<void> {
  await matrix.cell(row, line).click()
  await matrix.page.keyboard.type(text)
  await matrix.page.keyboard.press('Enter')
  await expect.poll(() => matrix.cell(row, line).innerText(), SOON).toBe(text)
}

async function undo(times: number, to: bigint): Promise<void> {
  for (let at = 0; at < times; at += 1) await matrix.page.keyboard.press('Control+z')
  await expect.poll(() => matrix.total('allocated'), SOON).toBe(to)
}

/** What a project needs in the year shown, whole đồng, as the formula bar tells it. */
async function needOf(row: number): Promise<bigint> {
  await matrix.page.locator(`[row-id="${row}"] [col-id=need]`).click()
  return BigInt((await matrix.at('formula-amount').getAttribute('data-amount')) ?? '')
}

async function amountAt(row: number, line: number): Promise<bigint> {
  await matrix.cell(row, line).click()
  return BigInt((await matrix.at('formula-amount').getAttribute('data-amount')) ?? '')
}

test('Ctrl with the handle keeps the share of the need, to the đồng, as one act', async () => {
  const before = await matrix.total('allocated')
  const needs = [await needOf(1), await needOf(2), await needOf(3)]
  await enter(1, 3, '12')
  await matrix.cell(1, 3).click()
  await matrix.page.keyboard.down('Control')
  await matrix.drag(matrix.at('fill-handle'), matrix.cell(3, 3))
  await matrix.page.keyboard.up('Control')
  const share = (need: bigint) => (12_000_000n * need) / (needs[0] ?? 1n)
  const [second, third] = [share(needs[1] ?? 0n), share(needs[2] ?? 0n)]
  await expect
    .poll(() => matrix.total('allocated'), SOON)
    .toBe(before + 12_000_000n + second + third)
  expect(await amountAt(2, 3)).toBe(second)
  expect(await amountAt(3, 3)).toBe(third)
  expect(second).not.toBe(12_000_000n)
  await undo(2, before)
})

test('Ctrl+Shift+D fills down by the share of the need', async () => {
  const before = await matrix.total('allocated')
  const needs = [await needOf(1), await needOf(2)]
  await enter(1, 3, '30')
  await matrix.cell(1, 3).click()
  await matrix.page.keyboard.press('Shift+ArrowDown')
  await matrix.page.keyboard.press('Control+Shift+d')
  const share = (30_000_000n * (needs[1] ?? 0n)) / (needs[0] ?? 1n)
  await expect.poll(() => matrix.total('allocated'), SOON).toBe(before + 30_000_000n + share)
  expect(await amountAt(2, 3)).toBe(share)
  await undo(2, before)
})

test('Ctrl+R fills every row of a block from its first column, and Delete clears what is selected', async () => {
  const before = await matrix.total('allocated')
  await enter(1, 3, '12')
  await enter(2, 3, '7,5')
  await matrix.cell(1, 3).click()
  await matrix.cell(2, 5).click({ modifiers: ['Shift'] })
  await matrix.page.keyboard.press('Control+r')
  await expect.poll(() => matrix.cell(2, 5).innerText(), SOON).toBe('7,5')
  expect(await matrix.cell(1, 4).innerText()).toBe('12')
  const filled = await matrix.total('allocated')
  await matrix.page.keyboard.press('Delete')
  await expect.poll(() => matrix.cell(2, 5).innerText(), SOON).toBe('–')
  expect(filled - (await matrix.total('allocated'))).toBe(3n * 19_500_000n)
  await undo(4, before)
})

test('the handle fills to the left and upwards as well', async () => {
  const before = await matrix.total('allocated')
  await enter(4, 5, '9')
  await matrix.cell(4, 5).click()
  await matrix.drag(matrix.at('fill-handle'), matrix.cell(4, 3))
  await expect.poll(() => matrix.cell(4, 3).innerText(), SOON).toBe('9')
  expect(await matrix.cell(4, 4).innerText()).toBe('9')
  await undo(2, before)
})

test('what is typed goes into every selected cell with Ctrl+Enter, a formula by each one’s own need, as one act', async () => {
  const before = await matrix.total('allocated')
  const needs = [await needOf(1), await needOf(2)]
  await matrix.cell(1, 3).click()
  await matrix.page.keyboard.press('Shift+ArrowDown')
  await matrix.page.keyboard.type('=1%*need')
  await matrix.page.keyboard.press('Control+Enter')
  const share = needs.map((need) => need / 100n)
  await expect
    .poll(() => matrix.total('allocated'), SOON)
    .toBe(before + (share[0] ?? 0n) + (share[1] ?? 0n))
  expect(await matrix.selectedCells()).toBe('2')
  expect(await amountAt(2, 3)).toBe(share[1])
  await undo(1, before)
})
