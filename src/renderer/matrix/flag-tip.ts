import type { ITooltipComp, ITooltipParams } from 'ag-grid-community'
import { flagsOfYear } from '../../core/rules/check-plan.ts'
import type { Flag } from '../../core/rules/rule.ts'
import { useWindow } from '../plan/window-store.ts'
import { flagSentence } from '../wording/sentences.ts'
import type { MatrixContext } from './matrix-context.ts'
import type { MatrixRow } from './matrix-row.ts'

/** The sentences of a project's flags, asked for when the pointer or the focus rests on their number. */
export class FlagTip implements ITooltipComp {
  private readonly root = document.createElement('div')

  init({ data, context }: ITooltipParams<MatrixRow, string, MatrixContext>): void {
    this.root.className = 'ag-tooltip flag-tip'
    this.root.setAttribute('role', 'tooltip')
    if (typeof data?.id === 'number') void this.show(context.readFlags(data.id))
  }

  getGui(): HTMLElement {
    return this.root
  }

  private async show(asked: Promise<readonly Flag[]>): Promise<void> {
    const { language, unit, year } = useWindow.getState()
    // A tip without its text is no reason to interrupt anyone.
    const flags = await asked.catch(() => [])
    this.root.replaceChildren(
      ...flagsOfYear(flags, year).map((flag) => {
        const line = document.createElement('p')
        line.textContent = flagSentence(flag, language, unit)
        return line
      }),
    )
  }
}
