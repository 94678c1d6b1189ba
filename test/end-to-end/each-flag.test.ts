import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/project.mjs'
import { RULE_CODES } from '../../src/core/rules/rule-code.ts'
import { nameRule } from '../../src/core/wording.ts'
import { createWorkbook } from '../../src/engine/create-workbook.ts'
import { planAsChanges } from '../../src/engine/plan-as-changes.ts'
import { WorkbookSession } from '../../src/engine/session.ts'
import { buildFlawedPlan } from '../builders/flawed-plan.ts'
import { type LaunchedApp, launchApp } from './launch.ts'
import { scrollToFlag } from './scroll-to-flag.ts'

const PICTURES = join(ROOT, '.screenshots')
const LOOKS = [
  { language: 'vi', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const

/** A workbook that raises every rule. */
function saveFlawed(path: string): void {
  const { plan } = buildFlawedPlan()
  const session = new WorkbookSession(createWorkbook('', 2026, 2028))
  const settings = {
    kind: 'settings-set',
    before: session.plan.settings,
    after: plan.settings,
  } as const
  session.edit({ kind: 'import', detail: { added: 1, updated: 0 } }, [
    settings,
    ...planAsChanges(plan),
  ])
  session.save(path)
  session.file.discard()
}

describe.each(LOOKS)('in $language, $theme', ({ language, theme }) => {
  let folder: string
  let launched: LaunchedApp
  let page: Page

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    folder = mkdtempSync(join(tmpdir(), 'longghep-flags-'))
    const path = join(folder, 'loi.lgw')
    saveFlawed(path)
    const look = ['--lang', language, '--theme', theme, '--size', '1366x768']
    launched = await launchApp({ args: [path, ...look] })
    page = launched.window
    page.setDefaultTimeout(15_000)
    await page.locator('[data-testid=app][data-ready=true]').waitFor()
    await page.locator('[data-testid=rail-flags]').click()
    await page.locator('[data-testid=flag-line]').first().waitFor()
  })

  afterAll(async () => {
    await launched?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(RULE_CODES)(
    '%s is explained in words, figures, its source and its trust',
    async (code) => {
      const entry = await scrollToFlag(page, code)
      await entry.locator('[data-testid=flag-explain]').click()
      const dialog = page.locator('[data-testid=flag-explain-dialog]')
      const said = dialog.locator('[data-testid=flag-explanation]').first()
      await said.waitFor()
      await page.waitForTimeout(350)
      await page.screenshot({ path: join(PICTURES, `rule-${code}-${language}-${theme}.png`) })

      expect(await dialog.locator('h2').innerText()).toBe(nameRule(code, language))
      const sentence = await said.locator('p b').first().innerText()
      const names = await said.locator('th').allInnerTexts()
      const source = await said.locator('p', { has: page.locator('.trust-mark') }).innerText()
      expect(sentence).toMatch(/^\p{Lu}.*\.$|^\d.*\.$/u)
      expect(`${sentence} ${names.join(' ')}`).not.toMatch(/[{}]|undefined|NaN|null|[a-z][A-Z]/)
      expect(source.length).toBeGreaterThan(20)
      expect(await said.locator('.trust-mark').innerText()).not.toBe('')
      if (language === 'en')
        expect(names.join(' ').replaceAll('đồng', '')).not.toMatch(/[àáạăâđêôơư]/)
      const texts = await said.locator('td').allInnerTexts()
      expect(texts.filter((text) => text.trim() === '')).toEqual([])
      await page.locator('[data-testid=flag-dialog-close]').click()
      await dialog.waitFor({ state: 'detached' })
    },
  )
})
