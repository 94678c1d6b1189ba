import { execFile } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import type { Bridge, Outcome } from '../../src/contract/bridge.ts'
import type { FileState } from '../../src/contract/plan-view.ts'
import { type LaunchedApp, launchApp } from './launch.ts'

let launched: LaunchedApp

afterEach(() => launched?.close())

/** What a person answers to native questions, in order, and what they were asked. */
async function answer(responses: readonly number[], savePath = ''): Promise<void> {
  await launched.app.evaluate(
    ({ dialog }, { responses, savePath }) => {
      const asked: unknown[] = []
      Object.assign(globalThis, { asked })
      const left = [...responses]
      Object.assign(dialog, {
        showMessageBox: async (_: unknown, options: { buttons?: string[]; cancelId?: number }) => {
          asked.push({ buttons: options.buttons, cancelId: options.cancelId })
          return { response: left.shift() ?? options.cancelId ?? 0 }
        },
        showSaveDialog: async () => ({ canceled: savePath === '', filePath: savePath }),
      })
    },
    { responses, savePath },
  )
}

const asked = () =>
  launched.app.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked)

const hearEnd = () => new Promise<void>((resolve) => launched.app.on('close', () => resolve()))

const askToClose = () =>
  launched.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })

/** Calls a function of the bridge as the page would. */
function call(name: 'openSample' | 'newWorkbook'): Promise<Outcome<FileState>> {
  return launched.window.evaluate((name) => {
    const { longghep } = window as unknown as { longghep: Bridge }
    return longghep[name]()
  }, name)
}

/** Types an amount into the first cell that takes one. */
async function edit(): Promise<void> {
  const { window } = launched
  await window.waitForSelector('#root [data-ready="true"]')
  await window.locator('[row-id] [col-id^="line"]:not(.is-ineligible)').first().click()
  await window.keyboard.type('7')
  await window.keyboard.press('Enter')
  // The title tells of it once main has heard.
  const title = () =>
    launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  await expect.poll(title).toMatch(/^• /)
}

test('closing asks about changes in no file, and Cancel keeps the window', async () => {
  launched = await launchApp({ args: ['--sample', '--lang', 'vi'] })
  await edit()
  await answer([2])
  await askToClose()
  await expect.poll(asked).toEqual([{ buttons: ['&Lưu', '&Không lưu', '&Hủy'], cancelId: 2 }])
  await pause(300)
  expect(launched.app.windows()).toHaveLength(1)
  expect(await launched.window.evaluate(() => document.hidden)).toBe(false)
})

test('Save that asks for a file writes it, with its extension, and closes', async () => {
  launched = await launchApp({ args: ['--sample', '--lang', 'en'] })
  await edit()
  const path = join(launched.home, 'Kế hoạch')
  await answer([0], path)
  const ended = hearEnd()
  await askToClose().catch(() => undefined)
  await ended
  expect(readdirSync(launched.home)).toEqual(expect.arrayContaining(['Kế hoạch.lgw']))
  expect(existsSync(path)).toBe(false)
  expect(readFileSync(`${path}.lgw`).toString('latin1', 0, 15)).toBe('SQLite format 3')
})

test('closing while a cell is being typed in enters the text first, and asks about it', async () => {
  launched = await launchApp({ args: ['--sample'] })
  await answer([2])
  const { window } = launched
  await window.waitForSelector('#root [data-ready="true"]')
  const cell = window.locator('[row-id] [col-id^="line"]:not(.is-ineligible)').first()
  await cell.click()
  await window.keyboard.type('123')
  await askToClose()
  await expect.poll(asked).toHaveLength(1)
  await expect.poll(() => cell.innerText()).toBe('123')
})

test('a refused text keeps the window open without a question', async () => {
  launched = await launchApp({ args: ['--sample'] })
  await answer([2])
  const { window } = launched
  await window.waitForSelector('#root [data-ready="true"]')
  await window.locator('[row-id] [col-id^="line"]:not(.is-ineligible)').first().click()
  await window.keyboard.type('1_000')
  await askToClose()
  await window.locator('[data-testid=amount-refusal]').waitFor()
  expect(await window.locator('[data-testid=amount-editor]').inputValue()).toBe('1_000')
  expect(await asked()).toEqual([])
})

test('Save that is given no file keeps the window', async () => {
  launched = await launchApp({ args: ['--sample'] })
  await edit()
  await answer([0])
  await askToClose()
  await expect.poll(asked).toHaveLength(1)
  await pause(300)
  expect(launched.app.windows()).toHaveLength(1)
})

test('a workbook without changes closes without a question', async () => {
  launched = await launchApp({ args: ['--sample'] })
  await launched.window.waitForSelector('#root [data-ready="true"]')
  await answer([])
  const ended = hearEnd()
  await askToClose().catch(() => undefined)
  // Had it asked, it would have been told to cancel.
  await expect(ended).resolves.toBeUndefined()
})

test('a file named at the start that cannot be opened is told about in an empty window', async () => {
  launched = await launchApp({ args: ['/không có/kế hoạch.lgw', '--lang', 'vi'] })
  const { window } = launched
  await window.waitForSelector('#root [data-ready="true"]')
  const banner = window.locator('[data-testid=engine-banner][data-status=failed]')
  await banner.waitFor()
  expect(await banner.innerText()).toContain('kế hoạch.lgw')
})

test('another workbook takes the place of an empty one and else a window of its own', async () => {
  launched = await launchApp()
  const { window, app } = launched
  await window.waitForSelector('#root [data-ready="true"]')
  expect(await call('openSample')).toMatchObject({
    status: 'done',
  })
  await window.locator('[row-id]').first().waitFor()
  expect(app.windows()).toHaveLength(1)
  const [other, outcome] = await Promise.all([app.waitForEvent('window'), call('newWorkbook')])
  expect(outcome).toEqual({ status: 'cancelled' })
  await other.waitForSelector('#root [data-ready="true"]')
})

test('a second start opens its window in the program that runs already', async () => {
  launched = await launchApp({ args: ['--sample'] })
  const { app, window, home } = launched
  await window.waitForSelector('#root [data-ready="true"]')
  const argv = await app.evaluate(() => process.argv)
  const [executable = '', ...args] = argv.filter((arg) => !/^--(inspect|remote)/.test(arg))
  const [other, second] = await Promise.all([
    app.waitForEvent('window'),
    promisify(execFile)(executable, args, { env: { ...process.env, XDG_STATE_HOME: home } }),
  ])
  await other.waitForSelector('#root [data-ready="true"]')
  expect(await other.locator('[row-id]').count()).toBeGreaterThan(10)
  expect(second.stdout).toBe('')
})
