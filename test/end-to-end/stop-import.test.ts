import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../scripts/project.mjs'
import { type LaunchedApp, launchSample } from './launch.ts'

const PICTURES = join(ROOT, '.screenshots')
const ROWS = 60_000
let launched: LaunchedApp
let page: Page

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  launched = await launchSample({ language: 'vi', theme: 'light', size: '1366x768' })
  page = launched.window
  page.setDefaultTimeout(60_000)
  const path = join(launched.home, 'dự án.csv')
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `${7_900_001 + at},Dự án ${at},Xã ${at % 40},B,new-start,"1.234.567.890"`,
  )
  writeFileSync(path, `code,name,place,group,stage,need_2026\n${rows.join('\n')}\n`)
  await launched.app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
  }, path)
})

afterAll(async () => {
  await launched.close()
})

const at = (id: string) => page.locator(`[data-testid=${id}]`)

test('Dừng stops the reading and then the import itself, and the plan stays as it was', async () => {
  const need = await at('total-need').getAttribute('data-amount')
  await at('command-import').click()
  await at('import-choose').click()
  await page.locator('[data-testid=import-progress] [data-share^="0."]').waitFor()
  await page.screenshot({ path: join(PICTURES, 'import-progress.png') })
  await at('import-stop').click()
  await at('import-failure').getByText('Đã dừng theo yêu cầu').waitFor()
  await at('import-progress').waitFor({ state: 'detached' })

  if ((await at('import-tables').count()) > 0)
    await at('import-tables').getByRole('button', { name: 'Bỏ' }).click()
  await at('import-choose').click()
  await page.locator('[data-testid=import-progress] [data-share^="0."]').waitFor()
  await at('import-tables').waitFor()
  await at('import-stop').click()
  await at('import-retry').click()
  await page.locator('[data-testid=import-apply]:enabled').click()
  await page.locator('[data-testid=import-progress] [data-share^="0."]').waitFor()
  await at('import-stop').click()
  await at('import-failure').getByText('Đã dừng theo yêu cầu').waitFor()
  await at('import-dialog').getByRole('button', { name: 'Thôi, không nhập' }).click()
  expect(await at('total-need').getAttribute('data-amount')).toBe(need)
}, 180_000)
