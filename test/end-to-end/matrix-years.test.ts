import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Language } from '../../src/core/number-format.ts'
import { parseEntry } from '../../src/core/number-entry.ts'
import { MatrixWindow, SOON } from './matrix-window.ts'

const READ = { unit: 'million', language: 'vi' as Language } as const
const YEARS = [2026, 2027, 2028]

let matrix: MatrixWindow

beforeAll(async () => {
  matrix = await MatrixWindow.open({ language: 'vi', theme: 'light', size: '1920x1080' })
})

afterAll(async () => {
  await matrix.launched.close()
})

/** Every test leaves the plan as the sample is. */
beforeEach(() => matrix.rest())

async function amountOf(row: string, column: string): Promise<bigint> {
  const text = await matrix.page.locator(`${row} [col-id="${column}"]`).first().innerText()
  return text === '–' ? 0n : parseEntry(text, READ)
}

async function showEveryYear(): Promise<void> {
  await matrix.at('open-columns').click()
  await matrix.at('every-year').click()
  await matrix.page.keyboard.press('Escape')
}

test('side by side, the years have totals of their own and the sum of them, which an edit of any year moves', async () => {
  const year2026 = await matrix.total('allocated')
  await showEveryYear()
  await matrix.header('given:all:all').waitFor()
  await matrix.picture('matrix-year-totals-vi-light-1920')
  for (const row of ['[row-id="3"]', '.totals-ceiling', '.totals-allocated', '.totals-remaining']) {
    const years = await Promise.all(YEARS.map((year) => amountOf(row, `given:${year}:all`)))
    const sum = years.reduce((total, amount) => total + amount, 0n)
    expect(await amountOf(row, 'given:all:all')).toBe(sum)
  }
  expect(await amountOf('.totals-allocated', 'given:2026:all')).toBe(year2026)
  const line = matrix.lines[0] ?? ''
  const lineSum = `given:all:${line.split(':')[1]}`
  const before = {
    line: await amountOf('[row-id="3"]', lineSum),
    all: await amountOf('[row-id="3"]', 'given:all:all'),
  }
  const next = matrix.page.locator(`[row-id="3"] [col-id="${line}:2027"]`)
  const was = await amountOf('[row-id="3"]', `${line}:2027`)
  await next.click()
  await matrix.page.keyboard.type('77')
  await matrix.page.keyboard.press('Enter')
  await expect
    .poll(() => amountOf('[row-id="3"]', lineSum), SOON)
    .toBe(before.line - was + 77_000_000n)
  expect(await amountOf('[row-id="3"]', 'given:all:all')).toBe(before.all - was + 77_000_000n)
  await matrix.page.keyboard.press('Control+z')
  await expect.poll(() => amountOf('[row-id="3"]', lineSum), SOON).toBe(before.line)
  await matrix.page.locator(`[row-id="3"] [col-id="${lineSum}"]`).click()
  expect(await matrix.at('formula-cell').innerText()).toBe('7801003 · T-XDCB · Cộng các năm')
  await matrix.page.keyboard.type('5')
  expect(await matrix.at('amount-editor').count()).toBe(0)
  await showEveryYear()
  await matrix.header('given:all:all').waitFor({ state: 'detached' })
})

test('a folded programme shows the sum of its lines, also after undo', async () => {
  const heading = matrix.page.locator('.band-header', { hasText: 'Ngân sách nhà nước' })
  await matrix.cell(1, 3).click()
  await matrix.page.keyboard.type('12')
  await matrix.page.keyboard.press('Enter')
  await expect.poll(() => matrix.cell(1, 3).innerText(), SOON).toBe('12')
  await heading.locator('.ag-header-expand-icon:visible').click()
  const sum = matrix.page.locator('[row-id="1"] [col-id^="band:"]').first()
  await sum.waitFor()
  const withEntry = parseEntry(await sum.innerText(), READ)
  await matrix.page.keyboard.press('Control+z')
  await expect
    .poll(async () => parseEntry(await sum.innerText(), READ), SOON)
    .toBe(withEntry - 12_000_000n)
  await heading.locator('.ag-header-expand-icon:visible').click()
  await matrix.cell(1, 3).waitFor()
})

test('a project is shown where every condition on its figures holds: a coverage, a line, a count', async () => {
  const count = async () => Number((await matrix.at('filter-count').innerText()).split(' ')[0])
  const measure = (at: number) => matrix.at('filter-measure').nth(at).locator('visible=true')
  await matrix.at('open-filter').click()
  await measure(0).selectOption('coverage')
  await matrix.at('filter-sign').first().selectOption('most')
  await matrix.at('filter-amount').first().fill('99,9%')
  await expect.poll(count, SOON).toBeLessThan(69)
  const uncovered = await count()
  expect(uncovered).toBeGreaterThan(0)
  await matrix.at('add-condition').click()
  await measure(1).selectOption('line:T-XDCB')
  await matrix.at('filter-amount').nth(1).fill('9.000')
  await expect.poll(count, SOON).toBeLessThan(uncovered)
  await matrix.picture('matrix-filter-conditions-vi-light-1920')
  await matrix.page.keyboard.press('Escape')
  await matrix.at('filter-panel').waitFor({ state: 'detached' })
  const shown = await matrix.page.evaluate(() =>
    [...document.querySelectorAll('.ag-row:not(.ag-row-pinned)')].map((row) => ({
      coverage: row.querySelector('[col-id=coverage]')?.textContent ?? '',
      line: row.querySelector('[col-id^="line:"]')?.textContent ?? '',
    })),
  )
  expect(shown.length).toBeGreaterThan(0)
  for (const { coverage, line } of shown) {
    expect(coverage).not.toContain('100,0')
    expect(line).not.toBe('–')
  }
  await matrix.at('open-filter').click()
  expect(await matrix.at('filter-amount').first().inputValue()).toBe('99,9')
  await matrix.at('clear-filter').click()
  await matrix.at('filter-count').waitFor({ state: 'detached' })
})
