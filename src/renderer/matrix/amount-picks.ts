import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Money } from '../../core/money.ts'
import { entryText } from '../wording/money-text.ts'
import { shownPlan } from './matrix-values.ts'
import { entryVariables } from './refuse-entry.ts'
import type { EntryContext } from './typed-entry.ts'

interface Pick {
  readonly label: string
  readonly text: string
}

/** The amounts a cell may be picked from: a list below its editor, walked with the arrow keys. */
export class AmountPicks {
  readonly list = document.createElement('div')
  private picks: readonly Pick[] = []
  private at = 0

  constructor(private readonly take: (text: string) => void) {
    this.list.className = 'amount-picks'
    this.list.popover = 'manual'
    this.list.setAttribute('role', 'listbox')
    this.list.dataset['testid'] = 'amount-picks'
  }

  get isOpen(): boolean {
    return this.list.matches(':popover-open')
  }

  open(below: DOMRect, project: number | null, line: number | null, context: EntryContext): void {
    this.picks = readPicks(project, line, context)
    if (this.picks.length === 0) return
    this.at = 0
    this.draw()
    this.list.showPopover()
    this.list.style.left = `${Math.min(below.left, window.innerWidth - this.list.offsetWidth - 8)}px`
    this.list.style.top = `${Math.min(below.bottom, window.innerHeight - this.list.offsetHeight - 8)}px`
  }

  close(): void {
    if (this.isOpen) this.list.hidePopover()
  }

  /** Walks, takes or leaves; false for a key that is not the list's. */
  press(key: string): boolean {
    if (!this.isOpen) return false
    if (key === 'ArrowDown' || key === 'ArrowUp') this.move(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'Escape') this.close()
    else if (key === 'Enter') this.choose(this.at)
    else return false
    return true
  }

  private move(step: number): void {
    this.at = (this.at + step + this.picks.length) % this.picks.length
    this.draw()
  }

  private choose(at: number): void {
    this.close()
    const pick = this.picks[at]
    if (pick) this.take(pick.text)
  }

  private draw(): void {
    this.list.replaceChildren(
      ...this.picks.map(({ label, text }, at) => {
        const option = document.createElement('div')
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', String(at === this.at))
        const name = document.createElement('span')
        name.textContent = label
        const amount = document.createElement('b')
        amount.textContent = text
        option.append(name, amount)
        option.addEventListener('mousedown', (event) => {
          event.preventDefault()
          this.choose(at)
        })
        return option
      }),
    )
  }
}

function readPicks(
  project: number | null,
  line: number | null,
  { year, unit, language }: EntryContext,
): Pick[] {
  const shown = shownPlan()
  if (!shown || project === null || line === null) return []
  const { need, remaining } = entryVariables(project, line)
  const { shortfall } = shown.columns.sumsOfProject(project, year)
  const lack = (shortfall + shown.columns.amountAt(project, line, year)) as Money
  return [
    { label: i18n._(msg`Nhu cầu của dự án`), amount: need },
    { label: i18n._(msg`Phần dự án còn thiếu`), amount: lack },
    { label: i18n._(msg`Còn lại của nguồn vốn`), amount: remaining },
  ].flatMap(({ label, amount }) =>
    amount === undefined ? [] : [{ label, text: entryText(amount, unit, language) }],
  )
}
