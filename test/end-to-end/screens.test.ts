import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/project.mjs'
import { type LaunchedApp, launchSample } from './launch.ts'

const PICTURES = join(ROOT, '.screenshots')
const SCREENS = ['matrix', 'lines', 'projects', 'tasks', 'flags', 'policy', 'history'] as const
const FLAG_QUESTIONS = ['explain', 'fix', 'waive'] as const
const DIALOGS = ['import', 'export'] as const

/** Every look at both sizes of an office screen, in half the combinations each. */
const LOOKS = [
  { language: 'vi', theme: 'light', size: '1366x768' },
  { language: 'en', theme: 'dark', size: '1366x768' },
  { language: 'vi', theme: 'dark', size: '1920x1080' },
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

  /** A dialog that is still fading in shows what lies behind it. */
  async function settled(): Promise<void> {
    await page.evaluate(async () => {
      const passing = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      await Promise.allSettled(passing.map(({ finished }) => finished))
    })
  }

  async function look(name: string): Promise<void> {
    // A tooltip that is still fading in has no contrast to speak of.
    await page.mouse.move(0, 0)
    await page.locator('.ag-tooltip').waitFor({ state: 'detached' })
    await settled()
    await page.screenshot({ path: join(PICTURES, `${name}-${language}-${theme}-${size}.png`) })
    expect(await seriousFindings(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true)
  }

  test.each(SCREENS)(
    'the screen %s is shown, fits and has no serious accessibility finding',
    async (screen) => {
      await page.locator(`[data-testid=rail-${screen}]`).click()
      if (screen !== 'matrix') await page.locator(`[data-testid=screen-${screen}]`).waitFor()
      await look(screen)
    },
  )

  test('the inspector shows a project with its sources and flags', async () => {
    await page.locator('[data-testid=rail-matrix]').click()
    await page.locator('[row-id] [col-id=code]', { hasText: '7801003' }).first().click()
    const inspector = page.locator('[data-testid=inspector]')
    if (!(await inspector.isVisible()))
      await page.locator('[data-testid=command-inspector]').click()
    await page.locator('[data-testid=inspector-flags]').waitFor()
    expect(await inspector.innerText()).toContain('7801003')
    await inspector.locator('[data-testid=flag-unfold]').first().click()
    await inspector.locator('[data-testid=flag-explain]').first().scrollIntoViewIfNeeded()
    await look('inspector')
  })

  test('the rules of the policy are in reach below its thresholds', async () => {
    await page.locator('[data-testid=rail-policy]').click()
    await page.locator('[data-testid=rule-reserve-missing]').scrollIntoViewIfNeeded()
    await look('policy-rules')
  })

  test.each(FLAG_QUESTIONS)('a flag can be asked about: %s', async (question) => {
    await page.locator('[data-testid=rail-flags]').click()
    await page.locator(`[data-testid=flag-${question}]`).first().click()
    const dialog = page.locator(`[data-testid=flag-${question}-dialog]`)
    await dialog.locator('p').first().waitFor()
    await look(`flag-${question}-dialog`)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  test.each(['project', 'line'] as const)(
    'the form of a %s is shown, fits and has no serious accessibility finding',
    async (kind) => {
      await page.locator('[data-testid=rail-matrix]').click()
      await page.locator('[row-id="1"] [col-id^="line:"]').first().click()
      await page.keyboard.press(kind === 'project' ? 'Control+E' : 'Control+Shift+E')
      await page.locator('[data-testid=entry-dialog] [data-testid=field-code]').waitFor()
      await look(`form-${kind}`)
      await page.locator('[data-testid=entry-close]').click()
    },
  )

  test.each(DIALOGS)(
    'the dialog %s opens by its command and closes with Escape',
    async (dialog) => {
      await page.locator(`[data-testid=command-${dialog}]`).click()
      await page.locator(`[data-testid=${dialog}-dialog]`).waitFor()
      await look(`${dialog}-dialog`)
      await page.keyboard.press('Escape')
      await page.locator(`[data-testid=${dialog}-dialog]`).waitFor({ state: 'detached' })
    },
  )
})

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // The policy of the window lets axe open no page of its own.
    .setLegacyMode(true)
    // Fluent's focus guards are hidden and focusable on purpose: they hand the focus on.
    .exclude('[data-tabster-dummy]')
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`))
}
