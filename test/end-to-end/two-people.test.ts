import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NODE } from '../../scripts/project.mjs'
import { ENTRY } from '../cli/run-longghep.ts'
import { type LaunchedApp, launchApp } from './launch.ts'

const running: LaunchedApp[] = []
let place = ''
let path = ''

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'longghep-shared-'))
  path = join(place, 'kế hoạch.lgw')
  longghep('sample', path)
})

afterEach(async () => {
  for (const launched of running.splice(0)) await launched.close()
  rmSync(place, { recursive: true, force: true })
})

function longghep(...args: readonly string[]): string {
  const env = { ...process.env, XDG_STATE_HOME: join(place, 'state') }
  const run = spawnSync(NODE, [ENTRY, ...args], { encoding: 'utf8', env })
  expect([run.status, run.stderr]).toEqual([0, ''])
  return run.stdout
}

/** Another person's program: its own state, its own process. */
async function openAs(...args: readonly string[]): Promise<LaunchedApp> {
  const launched = await launchApp({ args: [path, '--lang', 'vi', ...args] })
  running.push(launched)
  await launched.window.waitForSelector('#root [data-ready="true"]')
  return launched
}

async function edit({ window }: LaunchedApp, text: string): Promise<void> {
  await window.locator('[row-id] [col-id^="line"]:not(.is-ineligible)').first().click()
  await window.keyboard.type(text)
  await window.keyboard.press('Enter')
  await window.locator('[data-testid=title-bar] [data-saved=false]').waitFor()
}

const banner = ({ window }: LaunchedApp) => window.locator('[data-testid=file-banner]')

const contentHash = (file: string) =>
  (JSON.parse(longghep('show', file, '--json')) as { contentHash: string }).contentHash

/** Answers native questions in order and gives what was asked. */
async function answer({ app }: LaunchedApp, responses: readonly number[], savePath = '') {
  await app.evaluate(
    ({ dialog }, { responses, savePath }) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      const left = [...responses]
      Object.assign(dialog, {
        showMessageBox: async (_: unknown, { message }: { message: string }) => {
          asked.push(message)
          return { response: left.shift() ?? 0 }
        },
        showSaveDialog: async () => ({ canceled: savePath === '', filePath: savePath }),
      })
    },
    { responses, savePath },
  )
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
}

test('the second person sees who has the file, cannot edit, and takes over once the first is gone', async () => {
  const first = await openAs()
  const second = await openAs()
  await banner(second).waitFor()
  expect(await banner(second).getAttribute('data-viewing')).toBe('held')
  const text = await banner(second).innerText()
  expect(text).toContain(userInfo().username)
  expect(text).toContain(hostname())
  // Typing is refused in a sentence and nothing changes.
  await second.window.locator('[row-id] [col-id^="line"]:not(.is-ineligible)').first().click()
  await second.window.keyboard.type('7')
  await second.window.keyboard.press('Enter')
  await expect.poll(() => second.window.content(), { timeout: 15_000 }).toContain('đang mở để xem')
  await second.window.keyboard.press('Escape')
  expect(await second.window.locator('[data-saved=false]').count()).toBe(0)
  // The first program dies without taking its owner file along.
  first.app.process().kill('SIGKILL')
  const engineGone = () => banner(second).locator('[data-testid=take-over]').count()
  await expect.poll(engineGone, { timeout: 15_000 }).toBe(1)
  await second.window.locator('[data-testid=take-over]').click()
  await banner(second).waitFor({ state: 'detached' })
  await edit(second, '8')
  await second.window.keyboard.press('Control+s')
  await second.window.locator('[data-testid=title-bar] [data-saved=true]').waitFor()
})

test('a version written meanwhile is told about, loaded on request, and never overwritten unasked', async () => {
  const mine = await openAs()
  const before = contentHash(path)
  // A colleague's computer that knows no owner files puts another version there.
  const theirs = join(place, 'của họ.lgw')
  writeFileSync(theirs, readFileSync(path))
  longghep('set', theirs, '7801001', 'T-DAT', '2026', '=7tr')
  writeFileSync(path, readFileSync(theirs))
  await expect
    .poll(() => banner(mine).getAttribute('data-outside'), { timeout: 15_000 })
    .toBe('changed')
  await edit(mine, '9')
  const asked = await answer(mine, [2])
  await mine.window.keyboard.press('Control+s')
  await expect.poll(asked, { timeout: 15_000 }).toEqual(['“kế hoạch” đã được người khác ghi lại.'])
  expect(readFileSync(path).equals(readFileSync(theirs))).toBe(true)
  // Loading theirs keeps mine among the drafts.
  await mine.window.locator('[data-testid=reload-file]').click()
  await banner(mine).waitFor({ state: 'detached' })
  await mine.window.locator('[data-testid=title-bar] [data-saved=true]').waitFor()
  expect(contentHash(path)).not.toBe(before)
})

test('a conflict can be settled by comparing, then by replacing theirs by name after one more question', async () => {
  const mine = await openAs()
  const theirs = join(place, 'của họ.lgw')
  writeFileSync(theirs, readFileSync(path))
  longghep('set', theirs, '7801001', 'T-DAT', '2026', '=7tr')
  writeFileSync(path, readFileSync(theirs))
  await edit(mine, '9')
  await answer(mine, [1])
  await mine.window.keyboard.press('Control+s')
  const differences = mine.window.locator('[data-testid=differences] tr')
  await differences.first().waitFor()
  // Theirs and mine, each with both values, exact in the unit shown.
  const theirCell = mine.window.locator('[data-difference="allocation:7801001:T-DAT:2026"]')
  expect(await theirCell.innerText()).toContain('7 triệu đ')
  expect(await differences.count()).toBe(2)
  const [beside] = await Promise.all([
    mine.app.waitForEvent('window'),
    mine.window.locator('[data-testid=view-file]').click(),
  ])
  await beside.waitForSelector('#root [data-ready="true"]')
  await beside.locator('[data-testid=file-banner][data-viewing=asked]').waitFor()
  await mine.window.locator('[data-testid=compare-close]').click()

  const asked = await answer(mine, [0, 0], path)
  await mine.window.keyboard.press('Control+s')
  await mine.window.locator('[data-testid=title-bar] [data-saved=true]').waitFor()
  expect(await asked()).toEqual([
    '“kế hoạch” đã được người khác ghi lại.',
    'Thay bản người khác vừa ghi vào “kế hoạch.lgw”?',
  ])
  expect(readFileSync(path).equals(readFileSync(theirs))).toBe(false)
})

test('two windows on one file: who would save over the other is told whose it is, and nothing is overwritten', async () => {
  const first = await openAs()
  const second = await openAs()
  await banner(second).waitFor()
  // The second works on a copy of what both began with, and names the first one's file when saving.
  await second.window.locator('[data-testid=edit-copy]').click()
  await banner(second).waitFor({ state: 'detached' })
  await edit(second, '8')
  await edit(first, '9')
  await first.window.keyboard.press('Control+s')
  await first.window.locator('[data-testid=title-bar] [data-saved=true]').waitFor()
  const theirs = readFileSync(path)
  const asked = await answer(second, [2, 2], path)
  await second.window.keyboard.press('Control+s')
  await expect
    .poll(() => second.window.locator('[data-testid=messages]').innerText(), { timeout: 15_000 })
    .toContain(userInfo().username)
  expect(await asked()).toEqual([])
  expect(readFileSync(path).equals(theirs)).toBe(true)
  expect(await second.window.locator('[data-saved=false]').count()).toBeGreaterThan(0)
})

test('a draft left by a program that was killed is offered at the next start', async () => {
  const home = mkdtempSync(join(tmpdir(), 'longghep-home-'))
  const first = await launchApp({ args: [path, '--lang', 'vi'], home })
  await first.window.waitForSelector('#root [data-ready="true"]')
  await edit(first, '7')
  await first.close()
  const next = await launchApp({ args: ['--lang', 'vi'], home })
  running.push(next)
  await next.window.locator('[data-testid=show-drafts]').click({ timeout: 15_000 })
  const row = next.window.locator('[data-testid=draft-row]')
  expect(await row.innerText()).toContain('kế hoạch')
  await row.locator('[data-testid=open-draft]').click()
  await next.window.locator('[data-testid=title-bar] [data-saved=false]').waitFor()
  await next.window.locator('[row-id]').first().waitFor()
  await next.window.keyboard.press('Control+s')
  await next.window.locator('[data-testid=title-bar] [data-saved=true]').waitFor()
  expect(existsSync(path)).toBe(true)
  rmSync(home, { recursive: true, force: true })
})

test('opening a damaged file offers the version before', async () => {
  const launched = await launchApp({ args: ['--lang', 'vi'] })
  running.push(launched)
  await launched.window.waitForSelector('#root [data-ready="true"]')
  const bytes = readFileSync(path)
  bytes.fill(0xa5, 16 * 4096, 17 * 4096)
  const damaged = join(place, 'hỏng.lgw')
  writeFileSync(damaged, bytes)
  const asked = await answer(launched, [0])
  await launched.app.evaluate(({ dialog }, damaged) => {
    Object.assign(dialog, {
      showOpenDialog: async () => ({ canceled: false, filePaths: [damaged] }),
    })
  }, damaged)
  await launched.window.keyboard.press('Control+o')
  await launched.window.locator('[row-id]').first().waitFor()
  expect(await asked()).toEqual(['“hỏng.lgw” bị hỏng hoặc đã bị chương trình khác sửa.'])
  await launched.window.locator('[data-testid=title-bar] [data-saved=false]').waitFor()
})
