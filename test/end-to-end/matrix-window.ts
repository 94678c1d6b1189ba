import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { ROOT } from '../../scripts/project.mjs'
import { type LaunchedApp, type Look, launchSample } from './launch.ts'

/** Two busy cores may take a while. */
export const SOON = { timeout: 5000 }

const PICTURES = join(ROOT, '.screenshots')
const FIRST_LOOK: Look = { language: 'vi', theme: 'light', size: '1366x768' }

/** The matrix of a running window, worked with real keys, a real mouse and the real clipboard. */
export class MatrixWindow {
  private constructor(
    readonly launched: LaunchedApp,
    readonly page: Page,
    /** The line columns in sight, left to right. */
    readonly lines: readonly string[],
  ) {}

  /** Starts the app on the sample workbook. */
  static async open(look: Look = FIRST_LOOK): Promise<MatrixWindow> {
    mkdirSync(PICTURES, { recursive: true })
    return MatrixWindow.of(await launchSample(look))
  }

  /** The matrix of a window that is usable already. */
  static async of(launched: LaunchedApp): Promise<MatrixWindow> {
    launched.window.setDefaultTimeout(5000)
    return new MatrixWindow(launched, launched.window, await lineColumns(launched.window))
  }

  /** Leaves editors, menus and ranges and scrolls back to the first cell. */
  async rest(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.page.keyboard.press('Escape')
    await this.viewport.evaluate((view) => view.scrollTo(0, 0))
  }

  get viewport(): Locator {
    return this.page.locator('.ag-grid-viewport')
  }

  at(testId: string): Locator {
    return this.page.locator(`[data-testid="${testId}"]`)
  }

  /** A cell by its project and by the place of its line among those in sight, both from 1. */
  cell(row: number, line: number): Locator {
    return this.page.locator(`[row-id="${row}"] [col-id="${this.lines[line - 1]}"]`)
  }

  header(column: string | undefined): Locator {
    return this.page.locator(`.ag-header-cell[col-id="${column}"]`)
  }

  /** A total of the plan, whole đồng. */
  async total(name: string): Promise<bigint> {
    return BigInt((await this.at(`total-${name}`).getAttribute('data-amount')) ?? '')
  }

  /** A figure of the selection, whole đồng as text. */
  figure(name: string): Promise<string | null> {
    return this.at(`selection-${name}`).getAttribute('data-amount')
  }

  selectedCells(): Promise<string | null> {
    return this.at('selection-status').getAttribute('data-cells')
  }

  /** The column that has the keyboard's focus. */
  focusedColumn(): Promise<string | null | undefined> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('col-id'))
  }

  clipboardText(): Promise<string> {
    return this.launched.app.evaluate(({ clipboard }) => clipboard.readText())
  }

  async writeClipboard(text: string): Promise<void> {
    await this.launched.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  }

  /** Draws the mouse from one place to another with its button down. */
  async drag(from: Locator, to: Locator): Promise<void> {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()]
    if (!start || !end) throw new Error('what is dragged is not in sight')
    await this.page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 })
    await this.page.mouse.up()
  }

  async menu(command: string): Promise<void> {
    await this.page.keyboard.press('Shift+F10')
    await this.at(`menu-${command}`).click()
  }

  async picture(name: string): Promise<void> {
    // What fades in is drawn whole only after a moment.
    await this.page.waitForTimeout(350)
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
}

function lineColumns(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.ag-header-cell[col-id^="line:"]')]
      .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
      .map((header) => header.getAttribute('col-id') ?? ''),
  )
}
