import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../scripts/project.mjs'
import { makeAnnexes } from '../engine/exchange/make-annex.ts'
import { type LaunchedApp, launchSample } from './launch.ts'

const PICTURES = join(ROOT, '.screenshots')
let launched: LaunchedApp
let page: Page

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  launched = await launchSample({ language: 'vi', theme: 'light', size: '1366x768' })
  page = launched.window
  page.setDefaultTimeout(15_000)
})

afterAll(async () => {
  await launched.close()
})

const at = (id: string) => page.locator(`[data-testid=${id}]`)

/** Opens the import dialog and answers the native one with a file of this text. */
async function choose(name: string, text: string): Promise<void> {
  const path = join(launched.home, name)
  writeFileSync(path, text)
  await launched.app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
  }, path)
  await at('command-import').click()
  await at('import-choose').click()
}

async function allocated(): Promise<bigint> {
  return BigInt((await at('total-allocated').getAttribute('data-amount')) ?? '')
}

/** A synthetic annex: its column “Vốn lạ” names no line of the sample. */
const annex = (amount: string) =>
  [
    'KẾ HOẠCH VỐN NĂM 2026,,,,,',
    'Đơn vị tính: triệu đồng,,,,,',
    'STT,Danh mục dự án,Mã dự án,Kế hoạch vốn năm 2026,,',
    ',,,Tổng số,Trong đó,',
    ',,,,Vốn lạ,T-DAT',
    'I,Giáo dục,,3,1,2',
    `1,Trường phổ thông nội trú liên cấp TH-THCS Rờ Kơi,7801003,3,${amount},2000`,
  ].join('\n')

test('an annex is mapped column by column, previewed and imported as one act; the mapping is remembered', async () => {
  const before = await allocated()
  await choose('phụ lục.csv', annex('1000'))
  await page
    .locator('[data-testid=import-problem][data-code=line-column-unknown]')
    .first()
    .waitFor()
  expect(await at('import-apply').isDisabled()).toBe(true)
  await at('import-step-columns').click()
  await page.screenshot({ path: join(PICTURES, 'import-columns-vi-light-1366.png') })
  await at('import-column-allocations-E').selectOption('line:TW-TRUONG:2026')
  await at('import-step-changes').click()
  await at('import-changes').getByText('Phân bổ 7801003 · TW-TRUONG · 2026').waitFor()
  await page.screenshot({ path: join(PICTURES, 'import-changes-vi-light-1366.png') })
  await at('import-apply').click()
  await expect.poll(allocated).not.toBe(before)
  const after = await allocated()
  await choose('phụ lục sau.csv', annex('1001'))
  await at('import-counts').waitFor()
  await expect.poll(() => at('import-apply').isDisabled()).toBe(false)
  await at('import-apply').click()
  await expect.poll(allocated).toBe(after + 1_000_000n)
})

test('a number that reads two ways is asked about for its column alone', async () => {
  await choose('nguồn.csv', 'project,line,year,amount\n7801003,T-XSKT,2026,"1.234"\n')
  await at('import-ambiguous').waitFor()
  await at('ambiguous-vi').click()
  await at('import-ambiguous').waitFor({ state: 'detached' })
  await at('import-step-columns').click()
  expect(await at('import-numbers-allocations-D').inputValue()).toBe('vi')
  await at('import-numbers-allocations-D').selectOption('auto')
  await at('import-numbers-allocations-D').waitFor()
  await at('import-reading').getByText('đọc được hai cách, cần chọn “1.234” (dòng 2)').waitFor()
  await page.screenshot({ path: join(PICTURES, 'import-numbers-vi-light-1366.png') })
  await at('import-numbers-allocations-D').selectOption('vi')
  await at('import-reading').getByText('người dùng chọn').waitFor()
  await expect.poll(() => at('import-apply').isDisabled()).toBe(false)
  await page.keyboard.press('Escape')
})

test('a workbook with several annex sheets is read sheet by sheet and imported as one act', async () => {
  const sheet = (name: string, code: number, title: string) => {
    const cells = { 0: 1, 1: title, 2: String(code), 3: 'C', 4: 'Xã Mô Rai', 8: 100, 26: 10 }
    const row = Array.from({ length: 27 }, (_, i) => cells[i as keyof typeof cells] ?? null)
    return { name, layout: 'A', year: 2026, rows: [row] } as const
  }
  const path = join(launched.home, 'nhiều trang.xlsx')
  const sheets = [
    sheet('Giao thông', 7_990_001, 'Đường A'),
    sheet('Giáo dục', 7_990_002, 'Trường B'),
  ]
  writeFileSync(path, await makeAnnexes(sheets))
  await launched.app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
  }, path)
  await at('command-import').click()
  await at('import-choose').click()
  await at('import-step-columns').click()
  // Each sheet for its projects and for the money its headings promise.
  await at('import-reading').nth(3).waitFor()
  expect(await at('import-tables').innerText()).toMatch(/Giao thông[\s\S]*Giáo dục/)
  await page.screenshot({ path: join(PICTURES, 'import-sheets-vi-light-1366.png') })
  await at('import-step-changes').click()
  await at('import-changes').getByText('Dự án 7990002').waitFor()
  const need = await at('total-need').getAttribute('data-amount')
  await at('import-apply').click()
  await expect.poll(() => at('total-need').getAttribute('data-amount')).not.toBe(need)
  await page.keyboard.press('Control+z')
  await expect.poll(() => at('total-need').getAttribute('data-amount')).toBe(need)
})

test('a file that cannot be read is explained inside the dialog', async () => {
  await at('command-import').click()
  await launched.app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/nowhere/bảng.xlsx'] })
  })
  await at('import-choose').click()
  await at('import-failure').waitFor()
  expect(await at('import-failure').innerText()).toContain('bảng.xlsx')
})
