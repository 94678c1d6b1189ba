import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchApp } from './launch.ts'

test('the built app opens the sample in a locked window and keeps to its own state folder', async () => {
  const { window, home, close } = await launchApp({ args: ['--sample'] })
  try {
    await window.waitForSelector('#root [data-ready="true"]')
    expect(await window.getByRole('row').count()).toBeGreaterThan(10)
    const seen = await window.evaluate(() => ({
      hasNode: 'require' in globalThis || 'process' in globalThis,
      origin: location.origin,
    }))
    expect(seen).toEqual({ hasNode: false, origin: expect.not.stringContaining('file:') })
    expect(readdirSync(join(home, 'state'))).not.toEqual([])
  } finally {
    await close()
  }
  expect(existsSync(home)).toBe(false)
})
