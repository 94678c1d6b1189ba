import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/project.mjs'
import { type LaunchedApp, launchSample } from './launch.ts'

const PICTURES = join(ROOT, '.screenshots')

const LOOKS = [
  { language: 'vi', theme: 'dark', size: '1366x768' },
  { language: 'en', theme: 'light', size: '1920x1080' },
] as const

describe.each(LOOKS)('in $language, $theme, $size', ({ language, theme, size }) => {
  let launched: LaunchedApp
  let page: Page

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    launched = await launchSample({ language, theme, size })
    page = launched.window
    page.setDefaultTimeout(15_000)
  })

  afterAll(async () => {
    await launched.close()
  })

  async function look(name: string): Promise<string[]> {
    // What fades in has no contrast to speak of yet.
    await page.waitForTimeout(350)
    await page.screenshot({ path: join(PICTURES, `${name}-${language}-${theme}-${size}.png`) })
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .exclude('[data-tabster-dummy]')
      .analyze()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`))
  }

  async function closeWithEscape(testId: string): Promise<void> {
    await page.keyboard.press('Escape')
    await page.locator(`[data-testid=${testId}]`).waitFor({ state: 'detached' })
  }

  test('a range with its sums and a held cell, read well', async () => {
    await page.locator('[row-id="2"] .ag-cell[col-id^="line:"]').first().click()
    await page.keyboard.press('Control+h')
    await page.locator('.ag-cell.is-held').first().waitFor()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    expect(await look('range')).toEqual([])
  })

  test('the menu of cells reads well', async () => {
    await page.keyboard.press('Shift+F10')
    await page.locator('[data-testid=cell-menu]').waitFor()
    expect(await look('cell-menu')).toEqual([])
    await closeWithEscape('cell-menu')
  })

  test('a refused block names its cells and reads well', async () => {
    await page.keyboard.press('Delete')
    await page.locator('[data-testid=block-refusal]').first().waitFor()
    expect(await look('block-refused')).toEqual([])
    await closeWithEscape('block-preview')
  })

  test('groups and the panels that lay out the matrix read well', async () => {
    await page.locator('[data-testid=open-groups]').click()
    await page.locator('[data-testid=choose-group-sector]').click()
    await page.keyboard.press('Escape')
    await page.locator('.group-row').first().waitFor()
    expect(await look('groups')).toEqual([])
    await page.locator('[data-testid=open-filter]').click()
    await page.locator('[data-testid=filter-panel]').waitFor()
    expect(await look('filter')).toEqual([])
    await closeWithEscape('filter-panel')
    await page.locator('[data-testid=open-columns]').click()
    await page.locator('[data-testid=column-panel]').waitFor()
    expect(await look('columns')).toEqual([])
    await closeWithEscape('column-panel')
  })

  test('the palette and the sheet of keys read well', async () => {
    await page.keyboard.press('Control+k')
    await page.locator('[data-testid=palette]').waitFor()
    expect(await look('palette')).toEqual([])
    await closeWithEscape('palette')
    await page.keyboard.press('F1')
    await page.locator('[data-testid=shortcuts]').waitFor()
    expect(await look('shortcuts')).toEqual([])
    await closeWithEscape('shortcuts')
  })
})
