import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './launch.ts'

let launched: LaunchedApp
let page: Page

beforeEach(async () => {
  launched = await launchApp({ args: ['--sample', '--lang', 'vi', '--size', '1366x768'] })
  page = launched.window
  page.setDefaultTimeout(15_000)
  await page.locator('[data-testid=app][data-ready=true]').waitFor()
})

afterEach(() => launched?.close())

const entries = (isWaived: boolean) =>
  page.locator(`[data-testid=flag-entry][data-waived=${isWaived}]`)

async function showFlags(): Promise<void> {
  await page.locator('[data-testid=rail-flags]').click()
  await entries(false).first().waitFor()
}

const openCount = async () => Number(await page.locator('[data-testid=flag-count]').innerText())

test('a flag is accepted with a reason and a person, stands among the accepted, and undo opens it again', async () => {
  await showFlags()
  const before = await openCount()
  await entries(false).first().locator('[data-testid=flag-waive]').click()
  const dialog = page.locator('[data-testid=flag-waive-dialog]')
  await dialog.locator('[data-testid=waive-accept]').click()
  expect(await dialog.innerText()).toContain('Ghi lý do')
  await dialog.locator('[data-testid=given-reason]').fill('Chờ nghị quyết bổ sung')
  await dialog.locator('[data-testid=given-by]').fill('Trần Thị Bình')
  await dialog.locator('[data-testid=waive-accept]').click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(openCount).toBeLessThan(before)

  const list = page.locator('[data-testid=flags-list]')
  const scrollToEnd = () => list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect
    .poll(async () => {
      await scrollToEnd()
      return entries(true).count()
    })
    .toBeGreaterThan(0)
  const waived = entries(true).first()
  expect(await waived.innerText()).toContain('Trần Thị Bình')
  expect(await waived.innerText()).toContain('Chờ nghị quyết bổ sung')

  await page.locator('[data-testid=command-undo]').click()
  await expect.poll(openCount).toBe(before)
  await expect.poll(() => entries(true).count()).toBe(0)

  await page.locator('[data-testid=command-redo]').click()
  await expect
    .poll(async () => {
      await scrollToEnd()
      return entries(true).count()
    })
    .toBeGreaterThan(0)
  await entries(true).first().locator('[data-testid=flag-unwaive]').click()
  await expect.poll(openCount).toBe(before)
})

test('a fix shows the cells it would change, changes exactly those, and undo takes it back', async () => {
  await showFlags()
  const mendable = page.locator('[data-testid=flag-entry]', {
    has: page.locator('[data-testid=flag-fix]'),
  })
  const entry = mendable.first()
  await entry.waitFor()
  const line = entry.locator('[data-testid=flag-line]')
  const sentence = await line.locator('.flags-sentence').innerText()
  const code = await line.getAttribute('data-code')
  await entry.locator('[data-testid=flag-fix]').click()
  const dialog = page.locator('[data-testid=flag-fix-dialog]')
  const move = dialog.locator('[data-testid=fix-move]').first()
  await move.waitFor()
  expect(await move.locator('td').allInnerTexts()).toEqual([
    expect.stringMatching(/đồng$/),
    expect.stringMatching(/đồng$/),
  ])
  await dialog.locator('[data-testid=fix-apply]').first().click()
  await dialog.waitFor({ state: 'detached' })
  const same = page.locator(`[data-testid=flag-line][data-code=${code}]`, { hasText: sentence })
  await expect.poll(() => same.count()).toBe(0)

  await page.locator('[data-testid=rail-history]').click()
  await page.locator('[row-id]').first().waitFor()
  const newest = page.locator('[data-testid=table-history] [row-id]').first()
  expect(await newest.innerText()).toContain('Sửa “')

  await page.locator('[data-testid=command-undo]').click()
  await showFlags()
  await expect.poll(() => same.count()).toBeGreaterThan(0)
})

test('an explanation names figures, source and cells, and a cell leads to the matrix', async () => {
  await showFlags()
  await entries(false).first().locator('[data-testid=flag-explain]').click()
  const dialog = page.locator('[data-testid=flag-explain-dialog]')
  await dialog.locator('[data-testid=flag-explanation] .trust-mark').first().waitFor()
  expect(await dialog.locator('.figures tr').count()).toBeGreaterThan(0)
  await dialog.locator('[data-testid=flag-cell]').first().press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.ag-cell-focus').waitFor()
  expect(await page.locator('[data-testid=rail-matrix]').getAttribute('aria-current')).toBe('page')
})

test('a threshold typed the Vietnamese way changes the flags; a bad one is refused and changes nothing', async () => {
  const before = await openCount()
  await page.locator('[data-testid=rail-policy]').click()
  const field = page.locator('[data-testid=policy-maxProgrammes]')
  await field.fill('nhiều')
  await field.press('Enter')
  await page.locator('.policy-field [role=alert]').waitFor()
  await field.press('Escape')
  expect(await field.inputValue()).toBe('2')
  expect(await openCount()).toBe(before)

  const share = page.locator('[data-testid=policy-minShare]')
  await share.fill('1,5 tỷ')
  await share.press('Enter')
  await expect.poll(() => share.inputValue()).toBe('1.500')
  await page.locator('[data-testid=rule-change-underfunded]').click()
  await page.locator('[data-testid=rule-severity]').selectOption('off')
  await page.locator('[data-testid=given-reason]').fill('Vốn giao nhiều đợt')
  await page.locator('[data-testid=given-by]').fill('Trần Thị Bình')
  await page.locator('[data-testid=rule-set]').click()
  await page.locator('[data-testid=rule-underfunded][data-severity=off]').waitFor()
  expect(await page.locator('[data-testid=rule-underfunded]').innerText()).toContain(
    'Trần Thị Bình: Vốn giao nhiều đợt',
  )
})
