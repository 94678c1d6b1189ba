import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './launch.ts'

let launched: LaunchedApp
let page: Page

beforeAll(async () => {
  launched = await launchApp({ args: ['--sample', '--lang', 'vi'] })
  page = launched.window
  page.setDefaultTimeout(30_000)
  await page.locator('[data-testid=app][data-ready=true]').waitFor()
})

afterAll(async () => {
  await launched?.close()
})

const at = (id: string) => page.locator(`[data-testid=${id}]`)

/** Exports to a file of this name; the native dialog is answered. */
async function exportTo(name: string, what: string): Promise<string> {
  const path = join(launched.home, name)
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await at('command-export').click()
  await at('export-what').selectOption(what)
  await at('export-write').click()
  return path
}

function pagesOf(path: string): { count: number; sizes: string[] } {
  const text = readFileSync(path).toString('latin1')
  expect(text.startsWith('%PDF-')).toBe(true)
  const sizes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`,
  )
  return { count: sizes.length, sizes: [...new Set(sizes)] }
}

test('the annex is printed to a PDF of A3 pages across, a year from a new page on, and no window is left', async () => {
  const path = await exportTo('phụ lục.pdf', 'matrix')
  await page.getByText('Đã xuất ra tệp').waitFor()
  const { count, sizes } = pagesOf(path)
  expect(sizes.map((size) => size.split('×').map(Number))).toEqual([
    [expect.closeTo(1191, -1), expect.closeTo(842, -1)],
  ])
  expect(count).toBeGreaterThanOrEqual(3)
  expect(
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1)
})

test.each(['annual', 'list'])('the sheet %s is printed too', async (what) => {
  const path = await exportTo(`${what}.pdf`, what)
  await expect.poll(() => existsSync(path)).toBe(true)
  expect(pagesOf(path).count).toBeGreaterThan(0)
})

test('what is no sheet for people is not printed, and the window says what to do', async () => {
  const path = await exportTo('nguồn.pdf', 'lines')
  await page.getByText('Không xuất được ra').waitFor()
  expect(existsSync(path)).toBe(false)
})
