import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchApp } from './launch.ts'
import { MatrixWindow, SOON } from './matrix-window.ts'

async function open(home: string): Promise<MatrixWindow> {
  const launched = await launchApp({ args: ['--sample', '--lang', 'vi'], home })
  await launched.window.locator('[data-testid=app][data-ready=true]').waitFor({ timeout: 30_000 })
  return MatrixWindow.of(launched)
}

/** Where a heading ends, px. */
async function widthOf(matrix: MatrixWindow, column: string | undefined): Promise<number> {
  return (await matrix.header(column).boundingBox())?.width ?? 0
}

/** The first programme's own heading and the column of its sum. */
const FIRST_BAND = '.ag-header-group-cell.band-header'
const BAND_SUM = '.ag-header-cell[col-id^="band:"]'

test('a folded programme, a width, a hidden column and groups are there again at the next start', async () => {
  const home = mkdtempSync(join(tmpdir(), 'longghep-layout-'))
  const first = await open(home)
  const [wide, hidden] = [first.lines[0], first.lines[2]]
  const before = await widthOf(first, wide)
  const edge = await first.header(wide).locator('.ag-header-cell-resize').boundingBox()
  if (!edge) throw new Error('there is no edge to draw')
  await first.page.mouse.move(edge.x + edge.width / 2, edge.y + 10)
  await first.page.mouse.down()
  await first.page.mouse.move(edge.x + edge.width / 2 + 60, edge.y + 10, { steps: 6 })
  await first.page.mouse.up()
  await expect.poll(() => widthOf(first, wide), SOON).toBeCloseTo(before + 60, -1)

  await first.at('open-columns').click()
  await first.at('column-T-DAT').click()
  await first.page.keyboard.press('Escape')
  await first.header(hidden).waitFor({ state: 'detached' })

  const bands = first.page.locator(FIRST_BAND)
  const folded = await bands.nth(1).innerText()
  await bands.nth(1).locator('.ag-header-expand-icon:visible').click()
  await first.page.locator(BAND_SUM).first().waitFor()
  const sum = await first.page.locator('.totals-allocated [col-id^="band:"]').first().innerText()
  expect(sum).toMatch(/^[\d.,]+$/)

  await first.at('open-groups').click()
  await first.at('choose-group-stage').click()
  await first.page.locator('.group-row').first().waitFor()
  await first.picture('matrix-folded-programme-vi-light')
  // A layout is written a moment after it is chosen, as the browser does it.
  await first.page.waitForTimeout(6000)
  await first.launched.close()

  const second = await open(home)
  await second.page.locator('.group-row').first().waitFor()
  expect(await widthOf(second, wide)).toBeCloseTo(before + 60, -1)
  expect(await second.header(hidden).count()).toBe(0)
  expect(await second.page.locator(FIRST_BAND).nth(1).innerText()).toBe(folded)
  expect(await second.page.locator('.totals-allocated [col-id^="band:"]').first().innerText()).toBe(
    sum,
  )
  await second.launched.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})
