import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './launch.ts'
import { scrollToFlag } from './scroll-to-flag.ts'

/** Two busy cores may take a while. */
const SOON = { timeout: 5000 }
let launched: LaunchedApp
let page: Page

beforeEach(async () => {
  launched = await launchApp({ args: ['--sample', '--lang', 'vi', '--size', '1366x768'] })
  page = launched.window
  page.setDefaultTimeout(15_000)
  await page.locator('[data-testid=app][data-ready=true]').waitFor()
})

afterEach(() => launched?.close())

const dialog = () => page.locator('[data-testid=entry-dialog]')
const field = (key: string) => dialog().locator(`[data-testid=field-${key}]`)

/** A cell of the first project under the first line in sight. */
const cell = () => page.locator('[row-id="1"] [col-id^="line:"]').first()

test('Ctrl+E opens the project of a cell; what is typed is checked by field and written as one undo', async () => {
  await cell().click()
  await page.keyboard.press('Control+E')
  await field('code').waitFor()
  const [code, name] = [await field('code').inputValue(), await field('name').inputValue()]

  await field('end_year').fill('2001')
  await field('total_investment').fill('một tỷ')
  await field('total_investment').blur()
  await dialog().getByText('không phải là số tiền').waitFor()
  await dialog().locator('[data-testid=entry-save]').click()
  await dialog().getByText('trước năm khởi công').waitFor()
  expect(await dialog().innerText()).toContain('2 mục chưa đúng')

  await field('end_year').fill('2029')
  await field('total_investment').fill('1.234,5 tỷ')
  await field('name').fill(`${name} (điều chỉnh)`)
  await dialog().getByText('3 mục sẽ đổi').waitFor()
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'detached' })
  const row = page.locator('[row-id="1"] [col-id="name"]')
  await expect.poll(() => row.innerText(), SOON).toContain('(điều chỉnh)')

  await page.locator('[data-testid=rail-history]').click()
  const newest = page.locator('[data-testid=screen-history]')
  await expect.poll(() => newest.innerText(), SOON).toContain(`Sửa dự án ${code}: Tên =`)
  await expect.poll(() => newest.innerText(), SOON).toContain('Tổng mức đầu tư = 1.234.500.000.000')
  await page.locator('[data-testid=rail-matrix]').click()
  await page.locator('[data-testid=command-undo]').click()
  await expect.poll(() => row.innerText(), SOON).not.toContain('(điều chỉnh)')
})

test('a right click offers the line of a column; its conditions and yearly ceilings are edited there', async () => {
  await cell().click({ button: 'right' })
  await page.locator('[data-testid=menu-edit-line]').click()
  await field('code').waitFor()
  const code = await field('code').inputValue()
  await field('groups-A').click()
  await field('border_only').selectOption('yes')
  await field('reserve_2026').fill('=110%*ceiling')
  await dialog().locator('[data-testid=entry-save]').click()
  await dialog().getByText('lớn hơn trần vốn').waitFor()
  await field('ceiling_2026').fill('90 tỷ')
  await field('reserve_2026').fill('=10%*ceiling')
  await dialog().locator('[data-testid=entry-save]').click()
  await dialog().waitFor({ state: 'detached' })
  await page.locator('[data-testid=rail-history]').click()
  const history = page.locator('[data-testid=screen-history]')
  await expect.poll(() => history.innerText(), SOON).toContain(`Sửa nguồn vốn ${code}:`)
  await expect.poll(() => history.innerText(), SOON).toContain('Dự phòng 2026 = 9.000.000.000')
})

test('a project is added from the palette, found on its screen, edited with F2, removed and brought back', async () => {
  await page.keyboard.press('Control+K')
  await page.locator('[data-testid=palette-text]').fill('them du an')
  await page.keyboard.press('Enter')
  await field('code').waitFor()
  await dialog().locator('[data-testid=entry-save]').click()
  await dialog().getByText('không được để trống').waitFor()
  await field('name').fill('Cầu treo thử nghiệm')
  await field('need_2026').fill('2 tỷ')
  await dialog().locator('[data-testid=entry-save]').click()
  await dialog().waitFor({ state: 'detached' })

  await page.locator('[data-testid=rail-projects]').click()
  const table = page.locator('[data-testid=table-projects]')
  const added = table.locator('[row-id] [col-id="name"]', { hasText: 'Cầu treo thử nghiệm' })
  await table.locator('.ag-cell').first().click()
  await page.keyboard.press('Control+ArrowDown')
  await added.waitFor()
  expect(await table.innerText()).toMatch(/DRAFT-\d+\s+Cầu treo thử nghiệm/)
  await added.click()
  await page.keyboard.press('F2')
  await field('need_2026').waitFor()
  expect(await field('need_2026').inputValue()).toBe('2.000')
  await dialog().locator('[data-testid=entry-remove]').click()
  await dialog().waitFor({ state: 'detached' })
  await added.waitFor({ state: 'detached' })
  await page.locator('[data-testid=command-undo]').click()
  await added.waitFor()
})

test('a flag that lacks a field asks for it, shows the change, and filling it in closes the flag', async () => {
  await page.locator('[data-testid=rail-flags]').click()
  await page.locator('[data-testid=flag-line]').first().waitFor()
  const entry = await scrollToFlag(page, 'deadline-missing')
  const open = page.locator('[data-testid=flag-count]')
  const before = Number(await open.innerText())
  await entry.locator('[data-testid=flag-fix]').click()
  const fix = page.locator('[data-testid=flag-fix-dialog]')
  const input = fix.locator('[data-testid=field-end_year]')
  await input.fill('mai')
  await input.blur()
  await fix.getByText('không phải là năm').waitFor()
  expect(await fix.locator('[data-testid=fix-apply]').isDisabled()).toBe(true)
  await input.fill('2028')
  await fix.getByText('Năm hoàn thành: – → 2028').waitFor()
  await fix.locator('[data-testid=fix-apply]').click()
  await fix.waitFor({ state: 'detached' })
  await expect.poll(async () => Number(await open.innerText()), SOON).toBe(before - 1)
})
