import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../scripts/project.mjs'
import { type LaunchedApp, launchApp } from './launch.ts'

const PICTURES = join(ROOT, '.screenshots')
let launched: LaunchedApp
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  launched = await launchApp({
    args: ['--sample', '--lang', 'vi', '--theme', 'light', '--size', '1366x768'],
  })
  app = launched.app
  page = launched.window
  page.setDefaultTimeout(15_000)
  await page.locator('[data-testid=app][data-ready=true]').waitFor()
})

afterAll(async () => {
  await launched.close()
})

/** Native dialogs are the one thing a test answers itself. */
async function answerDialogs(answers: { save?: string; open?: readonly string[] }): Promise<void> {
  await app.evaluate(({ dialog }, { save, open }) => {
    dialog.showSaveDialog = async () => ({ canceled: save === undefined, filePath: save ?? '' })
    dialog.showOpenDialog = async () => ({
      canceled: open === undefined,
      filePaths: [...(open ?? [])],
    })
  }, answers)
}

async function rowOf(window: Page, code: string): Promise<string> {
  const cell = window.locator('[row-id] [col-id=code]', { hasText: code }).first()
  return cell.evaluate((element) => element.closest('[row-id]')?.getAttribute('row-id') ?? '')
}

async function lineOf(window: Page, code: string): Promise<string> {
  const header = window.locator('.ag-header-cell', { hasText: code }).first()
  return (await header.getAttribute('col-id')) ?? ''
}

async function cellAt(window: Page, project: string, line: string) {
  const [row, column] = [await rowOf(window, project), await lineOf(window, line)]
  return window.locator(`[row-id="${row}"] [col-id="${column}"]`).first()
}

async function total(window: Page, name: string): Promise<bigint> {
  const amount = await window.locator(`[data-testid=total-${name}]`).getAttribute('data-amount')
  return BigInt(amount ?? '')
}

async function typeInto(window: Page, project: string, line: string, text: string): Promise<void> {
  await (await cellAt(window, project, line)).click()
  await window.keyboard.type(text)
  await window.keyboard.press('Enter')
}

/** The gravest flag a project's row shows. */
async function gravestOf(window: Page, project: string): Promise<string | null> {
  const cell = `[row-id="${await rowOf(window, project)}"] [col-id=flags]`
  return window.locator(`${cell} .flag-badge`).getAttribute('data-severity')
}

test('typing 1,5 tỷ moves the cell, every total and the flag, and undo takes all of it back', async () => {
  const before = {
    allocated: await total(page, 'allocated'),
    shortfall: await total(page, 'shortfall'),
  }
  const cell = await cellAt(page, '7801003', 'T-DAT')
  expect(await cell.innerText()).toBe('–')
  await typeInto(page, '7801003', 'T-DAT', '1,5 tỷ')
  await expect.poll(() => cell.innerText()).toBe('1.500')
  expect(await total(page, 'allocated')).toBe(before.allocated + 1_500_000_000n)
  expect(await total(page, 'shortfall')).toBe(before.shortfall - 1_500_000_000n)
  await cell.click()
  expect(await page.locator('[data-testid=formula-amount]').getAttribute('data-amount')).toBe(
    '1500000000',
  )
  await page.screenshot({ path: join(PICTURES, 'edited-vi-light-1366.png') })
  await page.keyboard.press('Control+z')
  await expect.poll(() => cell.innerText()).toBe('–')
  expect(await total(page, 'allocated')).toBe(before.allocated)
  expect(await total(page, 'shortfall')).toBe(before.shortfall)
})

test('a project that gets what it lacks loses its warning, and gets it back with the undo', async () => {
  expect(await gravestOf(page, '7801003')).toBe('warning')
  await typeInto(page, '7801003', 'T-XDCB', '=need-81 tỷ+9720 triệu')
  await expect.poll(() => gravestOf(page, '7801003')).toBe('info')
  await page.keyboard.press('Control+z')
  await expect.poll(() => gravestOf(page, '7801003')).toBe('warning')
})

test('an entry that is no amount is refused in a sentence and the text is kept', async () => {
  const cell = await cellAt(page, '7801003', 'T-DAT')
  await cell.click()
  await page.keyboard.type('1_000')
  await page.keyboard.press('Enter')
  const refusal = page.locator('[data-testid=amount-refusal]')
  await refusal.waitFor()
  expect(await refusal.innerText()).toContain('1_000')
  expect(await page.locator('[data-testid=amount-editor]').inputValue()).toBe('1_000')
  await page.keyboard.press('Escape')
  await expect.poll(() => cell.innerText()).toBe('–')
})

test('a saved workbook opens in a second window with the same figures', async () => {
  const path = join(launched.home, 'kế hoạch.lgw')
  await typeInto(page, '7801003', 'T-DAT', '1,5 tỷ')
  await expect
    .poll(() => page.locator('[data-testid=saved-state]').first().getAttribute('data-saved'))
    .toBe('false')
  await answerDialogs({ save: path })
  await page.keyboard.press('Control+s')
  await expect
    .poll(() => page.locator('[data-testid=saved-state]').first().getAttribute('data-saved'))
    .toBe('true')
  expect(existsSync(path)).toBe(true)
  expect(await page.locator('[data-testid=file-name]').innerText()).toBe('kế hoạch')
  // A file is open in one window at a time; what a reviewer opens is the copy that was sent.
  const sent = join(launched.home, 'bản gửi.lgw')
  copyFileSync(path, sent)
  await answerDialogs({ open: [sent] })
  const opening = app.waitForEvent('window')
  await page.locator('[data-testid=command-open]').click()
  await page.locator('[data-testid=open-file]').click()
  const second = await opening
  await second.locator('[data-testid=app][data-ready=true]').waitFor()
  expect(await (await cellAt(second, '7801003', 'T-DAT')).innerText()).toBe('1.500')
  expect(await total(second, 'allocated')).toBe(await total(page, 'allocated'))
  await second.keyboard.press('Control+z')
  await expect
    .poll(() => total(second, 'allocated'))
    .toBe((await total(page, 'allocated')) - 1_500_000_000n)
  await second.close()
})

test('a table with a bad row is explained by its cell and nothing is imported until it is right', async () => {
  const bad = join(launched.home, 'phân bổ.csv')
  writeFileSync(
    bad,
    'project,line,year,amount\n7801003,T-DAT,2026,1000000000\n7801003,KHONG-CO,2026,5\n',
  )
  const before = await total(page, 'allocated')
  await answerDialogs({ open: [bad] })
  await page.locator('[data-testid=command-import]').click()
  await page.locator('[data-testid=import-choose]').click()
  const problem = page.locator('[data-testid=import-problem][data-code=line-unknown]')
  await problem.waitFor()
  expect(await problem.innerText()).toContain('KHONG-CO')
  expect(await problem.innerText()).toContain('3')
  expect(await page.locator('[data-testid=import-apply]').isDisabled()).toBe(true)
  await page.screenshot({ path: join(PICTURES, 'import-vi-light-1366.png') })
  await page.keyboard.press('Escape')
  expect(await total(page, 'allocated')).toBe(before)
  const good = join(launched.home, 'phân bổ đúng.csv')
  writeFileSync(good, 'project,line,year,amount\n7801003,T-DAT,2026,1000000000\n')
  await answerDialogs({ open: [good] })
  await page.locator('[data-testid=command-import]').click()
  await page.locator('[data-testid=import-choose]').click()
  await page.locator('[data-testid=import-counts]').waitFor()
  await page.locator('[data-testid=import-apply]').click()
  await expect.poll(() => total(page, 'allocated')).toBe(before - 500_000_000n)
})

test('when the engine is killed the window says so, comes back with everything and goes on', async () => {
  const before = await total(page, 'allocated')
  for (const pid of enginesOf(app.process().pid ?? 0)) process.kill(pid, 'SIGKILL')
  await page.locator('[data-testid=engine-banner][data-status=restarted]').waitFor()
  await expect.poll(() => total(page, 'allocated')).toBe(before)
  await page.screenshot({ path: join(PICTURES, 'restarted-vi-light-1366.png') })
  await typeInto(page, '7801003', 'T-DAT', '250tr')
  await expect.poll(() => total(page, 'allocated')).toBe(before - 750_000_000n)
  await page.keyboard.press('Control+z')
  await expect.poll(() => total(page, 'allocated')).toBe(before)
})

/** The engine processes below the app's main process. */
function enginesOf(main: number): number[] {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(main)], {
    encoding: 'utf8',
  })
  const engines = children.split('\n').filter((line) => line.includes('out/engine/main.js'))
  if (engines.length === 0) throw new Error(`no engine among:\n${children}`)
  return engines.map((line) => Number(line.trim().split(' ')[0]))
}

test('an export is a file the command line reads back', async () => {
  const path = join(launched.home, 'bảng.xlsx')
  await answerDialogs({ save: path })
  await page.locator('[data-testid=command-export]').click()
  await page.locator('[data-testid=export-write]').click()
  await expect.poll(() => existsSync(path)).toBe(true)
  expect(readFileSync(path).subarray(0, 2).toString('latin1')).toBe('PK')
})
