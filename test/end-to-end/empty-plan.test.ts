import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './launch.ts'

let launched: LaunchedApp
const year = new Date().getFullYear()

const TABLES = {
  programmes: 'code,name,kind,parent\nNSNN,Ngân sách nhà nước,state-budget,\n',
  lines: `code,name,programme,source,capital_type,year,ceiling,reserve\nNST,Ngân sách tỉnh,NSNN,provincial,development,${year},2000000000,0\n`,
  projects: `Mã dự án;Tên dự án;Địa điểm XD;Nhóm dự án;Giai đoạn;TMĐT;Nhu cầu ${year}\n7654321;Trường Mô Rai;Mô Rai;B;khởi công mới;3.000.000.000;1.500.000.000\n`,
  allocations: `project,line,year,amount\n7654321,NST,${year},1200000000\n`,
}

beforeAll(async () => {
  launched = await launchApp({ args: ['--size', '1366x768', '--lang', 'vi'] })
  launched.window.setDefaultTimeout(15_000)
})

afterAll(async () => {
  await launched.close()
})

test('a new plan is filled from tables a person chooses, headings in Vietnamese among them', async () => {
  const { app, window, home } = launched
  await window.locator('[data-testid=empty-plan]').waitFor()
  const files = Object.entries(TABLES).map(([name, text]) => {
    const path = join(home, `${name}.csv`)
    writeFileSync(path, text)
    return path
  })
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
  }, files)
  expect(await window.locator('[data-testid=command-import]').isEnabled()).toBe(true)
  await window.locator('[data-testid=command-import]').click()
  await window.locator('[data-testid=import-choose]').click()
  await window.locator('[data-testid=import-counts]').waitFor()
  await window.locator('[data-testid=import-apply]').click()
  await window
    .locator('[data-testid=app][data-ready=true] [row-id] [col-id=code]')
    .first()
    .waitFor()
  const total = (name: string) =>
    window.locator(`[data-testid=total-${name}]`).getAttribute('data-amount')
  expect(await total('ceiling')).toBe('2000000000')
  expect(await total('allocated')).toBe('1200000000')
  expect(await total('shortfall')).toBe('300000000')
  await window.keyboard.press('Control+z')
  await window.locator('[data-testid=empty-plan]').waitFor()
})
