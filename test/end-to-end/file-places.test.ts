import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NODE } from '../../scripts/project.mjs'
import { ENTRY } from '../cli/run-longghep.ts'
import { type LaunchChoices, type LaunchedApp, launchApp } from './launch.ts'

let place = ''
let path = ''
let launched: LaunchedApp | null = null

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'longghep-places-'))
  mkdirSync(join(place, 'kho'))
  path = join(place, 'kho', 'kế hoạch.lgw')
  const env = { ...process.env, XDG_STATE_HOME: join(place, 'state') }
  expect(spawnSync(NODE, [ENTRY, 'sample', path], { env }).status).toBe(0)
})

afterEach(async () => {
  await launched?.close()
  launched = null
  chmodSync(join(place, 'kho'), 0o755)
  rmSync(place, { recursive: true, force: true })
})

async function open(file: string, choices: LaunchChoices = {}): Promise<LaunchedApp['window']> {
  launched = await launchApp({ args: [file, '--lang', 'vi'], ...choices })
  await launched.window.waitForSelector('#root [data-ready="true"]')
  return launched.window
}

async function edit(window: LaunchedApp['window']): Promise<void> {
  await window.locator('[row-id] [col-id^="line"]:not(.is-ineligible)').first().click()
  await window.keyboard.type('7')
  await window.keyboard.press('Enter')
  await window.locator('[data-testid=title-bar] [data-saved=false]').waitFor()
}

const banner = (window: LaunchedApp['window']) => window.locator('[data-testid=file-banner]')

test('a file the internet brought says so, changes nothing, and is edited only once that is allowed', async () => {
  // On Windows this name is a stream of the file itself; elsewhere a file beside it that is read the same way.
  writeFileSync(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n')
  const window = await open(path)
  expect(await banner(window).getAttribute('data-viewing')).toBe('from-outside')
  expect(await banner(window).innerText()).toContain('Tệp này từ internet hoặc thư điện tử')
  expect(readdirSync(join(place, 'kho')).filter((name) => name.startsWith('.~'))).toEqual([])
  await window.locator('[data-testid=enable-editing]').click()
  await banner(window).waitFor({ state: 'detached' })
  const before = readFileSync(path)
  await edit(window)
  await window.keyboard.press('Control+s')
  await window.locator('[data-testid=title-bar] [data-saved=true]').waitFor()
  expect(readFileSync(path).equals(before)).toBe(false)
})

test('a file in a place that cannot be written is shown, says so, and can be edited as a copy', async () => {
  const before = readFileSync(path)
  const window = await open(path, makeReadOnly(join(place, 'kho')))
  expect(await banner(window).getAttribute('data-viewing')).toBe('read-only-place')
  expect(await banner(window).innerText()).toContain('Tệp hoặc nơi chứa tệp không cho ghi')
  await window.locator('[data-testid=edit-copy]').click()
  await banner(window).waitFor({ state: 'detached' })
  await edit(window)
  expect(readdirSync(join(place, 'kho'))).toEqual(['kế hoạch.lgw'])
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a file opened through a link is saved where it lies, and the link stays one', async () => {
  const link = join(place, 'lối tắt.lgw')
  symlinkSync(path, link)
  const before = readFileSync(path)
  const window = await open(link)
  // Whoever opens the file itself meets its owner, too.
  expect(existsSync(join(place, 'kho', '.~lock.kế hoạch.lgw#'))).toBe(true)
  await edit(window)
  await window.keyboard.press('Control+s')
  await window.locator('[data-testid=title-bar] [data-saved=true]').waitFor()
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(path).equals(before)).toBe(false)
})

/** Takes away the right to write; root has it all the same, unless the place is mounted read-only for the app. */
function makeReadOnly(folder: string): LaunchChoices {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555)
    return {}
  }
  return {
    wrap(executable) {
      const script = join(place, 'read-only.sh')
      const mount = `mount --bind '${folder}' '${folder}' && mount -o remount,ro,bind '${folder}'`
      const run = `${mount} && exec '${executable}' "$@"`
      writeFileSync(
        script,
        `#!/bin/sh\nexec unshare -m sh -c '${run.replaceAll("'", `'\\''`)}' sh "$@"\n`,
        { mode: 0o755 },
      )
      return script
    },
  }
}
