import type { Locator, Page } from 'playwright-core'

/** Brings the first flag of a rule into sight: the list draws only what is, and asks for that a moment later. */
export async function scrollToFlag(page: Page, code: string): Promise<Locator> {
  const line = page.locator(`[data-testid=flag-line][data-code=${code}]`).first()
  const list = page.locator('[data-testid=flags-list]')
  const height = await list.evaluate((element) => element.scrollHeight)
  for (let top = 0; top < height; top += 200) {
    await list.evaluate((element, to) => element.scrollTo(0, to), top)
    await page.waitForTimeout(200)
    if ((await line.count()) > 0) break
  }
  return page.locator('[data-testid=flag-entry]', { has: line }).first()
}
