import assert from 'node:assert/strict'
import type { ElectronApplication, Page } from 'playwright-core'
import { failedCondition } from '../../src/core/eligibility.ts'
import { type Money, money } from '../../src/core/money.ts'
import type { Plan } from '../../src/core/plan.ts'
import {
  foldWords,
  holdsWords,
  searchText,
} from '../../src/renderer/matrix/filter/project-filter.ts'
import type { PlanColumns } from '../../src/renderer/plan/plan-columns.ts'
import { bandLines } from '../../src/renderer/plan/programme-bands.ts'
import { badMoneyText, moneyText } from '../../src/renderer/wording/money-text.ts'
import {
  type EditTimes,
  firstPaint,
  noteAnswers,
  scrollFrames,
  seenByProbe,
  textsInSight,
  watchEdit,
  watchFor,
} from './window-probes.ts'

const FRAMES = 100
const MILLION = 1_000_000
/** How many rows below one another are typed into, in each column. */
const ROWS = 12
const COLUMNS = 4
const TOTAL = '[data-testid=total-allocated]'

/** How many cells a paste is measured with. */
const PASTED = 10_000

/** A block pasted: from the key to its preview, and from the person's yes to the new totals, ms. */
export interface PasteTimes {
  readonly cells: number
  readonly preview: number
  readonly entered: number
}

/** The matrix of an open window, worked as by hand; what it shows is compared with the plan it was made of. */
export class OpenMatrix {
  private readonly year: number

  constructor(
    private readonly page: Page,
    private readonly plan: Plan,
    private readonly columns: PlanColumns,
  ) {
    this.year = plan.settings.from
  }

  /** The total shown is the sum of every allocation of the year. */
  async check(): Promise<void> {
    assert.equal(await this.total(), this.sum())
  }

  firstPaint(): Promise<number> {
    return this.page.evaluate(firstPaint)
  }

  texts(): Promise<Record<string, string>> {
    return this.page.evaluate(textsInSight)
  }

  /** Frames of a scroll by so many px each. */
  scroll(step: number): Promise<number[]> {
    return this.page.evaluate(scrollFrames, {
      selector: '.ag-grid-viewport',
      step,
      frames: Math.min(FRAMES, Math.floor((this.columns.projectIds.length * 20) / step)),
    })
  }

  /** Types over cells, each checked to show the new amount with the new total. */
  async edit(): Promise<EditTimes[]> {
    await this.page.evaluate(noteAnswers)
    const times: EditTimes[] = []
    let total = this.sum()
    for (const line of (await this.linesInSight()).slice(0, COLUMNS)) {
      await this.cell(1, line).click()
      for (let project = 1; project <= ROWS; project += 1) {
        const amount = money((1_000 + times.length) * MILLION)
        total += amount - this.columns.amountAt(project, line, this.year)
        times.push(await this.typeAmount({ project, line, amount, total }))
      }
    }
    return times
  }

  /** From the words' arrival to the rows that hold them, ms. */
  async filter(words: string): Promise<number> {
    const count = this.columns.projects.filter((project) =>
      holdsWords(searchText(project), foldWords(words)),
    ).length
    const all = this.columns.projectIds.length
    const selector = '[data-testid=filter-count]'
    const text = `${count} / ${all} dự án`
    await this.page.locator('[data-testid=quick-filter]').focus()
    await this.page.evaluate(watchFor, { event: 'input', selector, text })
    await this.page.keyboard.insertText(words)
    const time = await this.seen<number>()
    await this.page.locator('[data-testid=quick-filter]').fill('')
    await this.page.locator(selector).waitFor({ state: 'detached' })
    return time
  }

  /** From the click on the header of needs to the row with the least on top, ms. */
  async sort(): Promise<number> {
    const needOf = (id: number) => this.columns.sumsOfProject(id, this.year).need
    const least = this.columns.projects.reduce((one, other) =>
      needOf(other.id) < needOf(one.id) ? other : one,
    )
    const first = '[row-index="0"] [col-id=code]'
    await this.page.evaluate(watchFor, { event: 'click', selector: first, text: least.code })
    const header = this.page.locator('.ag-header-cell[col-id=need]')
    await header.click()
    const time = await this.seen<number>()
    await header.click()
    await header.click()
    const own = this.columns.projects[0]?.code ?? ''
    await this.page.locator(first, { hasText: own }).waitFor()
    return time
  }

  /** From Ctrl+A to the exact sum of every cell of the year, ms. */
  async selectAll(): Promise<number> {
    const [line = 0] = await this.linesInSight()
    await this.cell(1, line).click()
    await this.page.evaluate(watchFor, {
      event: 'keydown',
      selector: '[data-testid=selection-sum]',
      amount: String(this.sum()),
    })
    await this.page.keyboard.press('Control+a')
    const time = await this.seen<number>()
    const cells = this.columns.projectIds.length * this.columns.lines.length
    const shown = await this.page
      .locator('[data-testid=selection-status]')
      .getAttribute('data-cells')
    assert.equal(shown, String(cells))
    await this.page.keyboard.press('Escape')
    return time
  }

  /** Pastes a block over cells nothing was typed into; then it is one step back. */
  async paste(app: ElectronApplication): Promise<PasteTimes> {
    const { text, cells, amount, difference } = this.blockToPaste()
    await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
    const before = await this.total()
    const first = this.cell(ROWS + 1, this.linesShown()[0]?.id ?? 0)
    // What was typed last may have scrolled along.
    await this.page.locator('.ag-grid-viewport').evaluate((view) => view.scrollTo(0, 0))
    await first.click()
    await this.page.evaluate(watchFor, {
      event: 'keydown',
      selector: '[data-testid=block-after]',
      amount: String(amount),
    })
    await this.page.keyboard.press('Control+v')
    const preview = await this.seen<number>()
    await this.page.evaluate(watchFor, {
      event: 'click',
      selector: TOTAL,
      amount: String(before + difference),
    })
    await this.page.locator('[data-testid=block-enter]').click()
    const entered = await this.seen<number>()
    await first.click()
    await this.page.keyboard.press('Control+z')
    await this.page.locator(`${TOTAL}[data-amount="${before}"]`).waitFor()
    return { cells, preview, entered }
  }

  /** A table of as many cells as a paste is measured with, every amount another, below the rows typed into. */
  private blockToPaste() {
    const { projectIds } = this.columns
    const lines = this.linesShown()
    const height = Math.min(Math.ceil(PASTED / lines.length), projectIds.length - ROWS)
    const projects = Array.from({ length: height }, (_, at) => ROWS + 1 + at)
    let [amount, difference] = [0n, 0n]
    const rows = projects.map((project) =>
      lines.map(({ id }) => {
        const millions = BigInt(project * 100 + id)
        amount += millions * BigInt(MILLION)
        difference += millions * BigInt(MILLION) - this.columns.amountAt(project, id, this.year)
        return String(millions)
      }),
    )
    const text = rows.map((row) => row.join('\t')).join('\r\n')
    return { text, cells: height * lines.length, amount, difference }
  }

  /** Every line in the order of its column. */
  private linesShown() {
    const { lines, programmes } = this.columns
    return bandLines(lines, programmes).flatMap((band) => band.lines)
  }

  private async typeAmount({
    project,
    line,
    amount,
    total,
  }: {
    project: number
    line: number
    amount: Money
    total: bigint
  }): Promise<EditTimes> {
    await this.page.keyboard.type(String(amount / BigInt(MILLION)))
    await this.page.evaluate(watchEdit, {
      cell: `[row-id="${project}"] [col-id="line:${line}"]`,
      text: this.textOf(project, line, amount),
      total: TOTAL,
      amount: String(total),
    })
    await this.page.keyboard.press('Enter')
    return this.seen<EditTimes>()
  }

  private textOf(project: number, line: number, amount: Money): string {
    const [of, by] = [this.plan.projects.get(project), this.plan.lines.get(line)]
    assert.ok(of && by)
    const write = failedCondition(by, of) === null ? moneyText : badMoneyText
    return write(amount, 'million', 'vi')
  }

  /** What the watch has seen; an end that never comes is told, not waited for. */
  private async seen<Found>(): Promise<Found> {
    const late = new Promise<never>((_, reject) => {
      setTimeout(reject, 20_000, new Error('the window never showed what it should')).unref()
    })
    return (await Promise.race([this.page.evaluate(seenByProbe), late])) as Found
  }

  private cell(project: number, line: number) {
    return this.page.locator(`[row-id="${project}"] [col-id="line:${line}"]`)
  }

  private async linesInSight(): Promise<number[]> {
    const ids = Object.keys(await this.texts()).flatMap((key) => /line:(\d+)$/.exec(key)?.[1] ?? [])
    return [...new Set(ids.map(Number))]
  }

  private async total(): Promise<bigint> {
    return BigInt((await this.page.locator(TOTAL).getAttribute('data-amount')) ?? '')
  }

  private sum(): bigint {
    let sum = 0n
    for (const { year, amount } of this.plan.allocations.values()) {
      if (year === this.year) sum += amount
    }
    return sum
  }
}
