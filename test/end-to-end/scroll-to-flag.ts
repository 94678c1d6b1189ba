import type { Locator, Page } from 'playwright-core'

/** Brings the first flag of a rule into sight: the list draws only what is, and asks for that a moment later. */
export async function scrollToFlag(page: Page, code: string): Promise<Locator> {
  const line = page.locator(`[data-testid=flag-line][data-code=${code}]`).first()
  const list = page.locator('[data-testid=flags-list]')
  const { height, step, from } = await list.evaluate((element) => ({
    height: element.scrollHeight,
    step: Math.max(200, element.clientHeight - 200),
    from: element.scrollTop,
  }))
  // Flags looked for one after the other are mostly near: the list is gone through from where it stands.
  for (let gone = 0; gone < height + step && (await line.count()) === 0; gone += step) {
    await list.evaluate((element, to) => element.scrollTo(0, to), (from + gone) % height)
    await page.waitForTimeout(200)
  }
  return page.locator('[data-testid=flag-entry]', { has: line }).first()
}
