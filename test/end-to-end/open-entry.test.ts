import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readLongghep } from '../cli/run-longghep.ts'
import { type LaunchedApp, launchApp } from './launch.ts'

let launched: LaunchedApp
let page: Page
let cell: Locator
let path: string

beforeAll(async () => {
  launched = await launchApp({ args: ['--sample', '--lang', 'vi', '--size', '1366x768'] })
  page = launched.window
  page.setDefaultTimeout(10_000)
  await page.locator('[data-testid=app][data-ready=true]').waitFor()
  const code = page.locator('[row-id] [col-id=code]', { hasText: '7801003' }).first()
  const row = await code.evaluate((element) => element.closest('[row-id]')?.getAttribute('row-id'))
  const column = await page
    .locator('.ag-header-cell', { hasText: 'T-DAT' })
    .first()
    .getAttribute('col-id')
  cell = page.locator(`[row-id="${row}"] [col-id="${column}"]`).first()
  path = join(launched.home, 'đang gõ.lgw')
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
})

afterAll(async () => {
  await launched.close()
})

beforeEach(async () => {
  await page.keyboard.press('Escape')
  await cell.click()
})

const isSaved = () => page.locator('[data-testid=saved-state]').first().getAttribute('data-saved')

function inFile(): string | undefined {
  const { allocations } = readLongghep<{
    allocations: { project: string; line: string; year: number; amount: string }[]
  }>(['show', path])
  return allocations.find(
    ({ project, line, year }) => project === '7801003' && line === 'T-DAT' && year === 2026,
  )?.amount
}

test('saving by key or by button while a cell is being typed in saves what was typed', async () => {
  await page.keyboard.type('444')
  await page.keyboard.press('Control+s')
  await expect.poll(() => existsSync(path)).toBe(true)
  await expect.poll(isSaved).toBe('true')
  expect(inFile()).toBe('444000000')
  await cell.click()
  await page.keyboard.type('445')
  await page.locator('[data-testid=command-save]').click()
  await expect.poll(() => cell.innerText()).toBe('445')
  await expect.poll(isSaved).toBe('true')
  expect(inFile()).toBe('445000000')
})

test('a text that is refused stops the save and stays to be corrected', async () => {
  await page.keyboard.type('1_000')
  await page.keyboard.press('Control+s')
  await page.locator('[data-testid=amount-refusal]').waitFor()
  expect(await page.locator('[data-testid=amount-editor]').inputValue()).toBe('1_000')
  expect(inFile()).toBe('445000000')
})

test('switching the language, the unit or the screen first takes what was typed, as it was meant', async () => {
  await page.keyboard.type('1,234')
  await page.locator('[data-testid=toggle-language]').click()
  await expect.poll(() => cell.innerText()).toBe('1.234')
  await page.locator('[data-testid=toggle-language]').click()
  await cell.click()
  await page.keyboard.type('61')
  await page.locator('[data-testid=rail-history]').click()
  await page.locator('[data-testid=screen-history]').waitFor()
  await page.locator('[data-testid=rail-matrix]').click()
  await expect.poll(() => cell.innerText()).toBe('61')
})

test('undo by its button takes back what was just typed, not the edit before it', async () => {
  await page.keyboard.type('99')
  await page.locator('[data-testid=command-undo]').click()
  await expect.poll(() => cell.innerText()).toBe('61')
})

test('a cell is copied and pasted through the real clipboard', async () => {
  await page.keyboard.press('Control+c')
  const clipboard = () => launched.app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(clipboard).toBe('61')
  await launched.app.evaluate(({ clipboard }) => clipboard.writeText('1.234,5'))
  await page.keyboard.press('Control+v')
  await expect.poll(() => cell.innerText()).toBe('1.234,5')
})
