import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchApp } from './launch.ts'

test('groups and columns are there again the next time the program starts', async () => {
  const home = mkdtempSync(join(tmpdir(), 'longghep-layout-'))
  const open = async () => {
    const { window, close } = await launchApp({ args: ['--sample', '--lang', 'vi'], home })
    window.setDefaultTimeout(15_000)
    await window.locator('[data-testid=app][data-ready=true]').waitFor()
    return { window, close }
  }
  const first = await open()
  await first.window.locator('[data-testid=open-groups]').click()
  await first.window.locator('[data-testid=choose-group-stage]').click()
  await first.window.locator('.group-row').first().waitFor()
  // A layout is written a moment after it is chosen, as the browser does it.
  await first.window.waitForTimeout(6000)
  await first.close()
  const second = await open()
  await second.window.locator('.group-row').first().waitFor()
  expect(await second.window.locator('.group-row').count()).toBeGreaterThan(0)
  await second.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})
