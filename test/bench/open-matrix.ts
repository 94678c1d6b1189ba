import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { failedCondition } from '../../src/core/eligibility.ts'
import { type Money, money } from '../../src/core/money.ts'
import type { Plan } from '../../src/core/plan.ts'
import {
  foldWords,
  holdsWords,
  searchText,
} from '../../src/renderer/matrix/filter/project-filter.ts'
import type { PlanColumns } from '../../src/renderer/plan/plan-columns.ts'
import { badMoneyText, moneyText } from '../../src/renderer/wording/money-text.ts'
import {
  type EditTimes,
  firstPaint,
  noteAnswers,
  scrollFrames,
  seenByProbe,
  textsInSight,
  watchEdit,
  watchText,
} from './window-probes.ts'

const FRAMES = 100
const MILLION = 1_000_000
/** How many rows below one another are typed into, in each column. */
const ROWS = 12
const COLUMNS = 4
const TOTAL = '[data-testid=total-allocated]'

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
    await this.page.evaluate(watchText, { event: 'input', selector, text })
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
    await this.page.evaluate(watchText, { event: 'click', selector: first, text: least.code })
    const header = this.page.locator('.ag-header-cell[col-id=need]')
    await header.click()
    const time = await this.seen<number>()
    await header.click()
    await header.click()
    const own = this.columns.projects[0]?.code ?? ''
    await this.page.locator(first, { hasText: own }).waitFor()
    return time
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
