import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import { SEVERITIES } from '../../core/rules/rule-code.ts'
import { useWindow } from '../plan/window-store.ts'
import { flagSentence } from '../wording/sentences.ts'
import type { MatrixRow } from './matrix-row.ts'
import { flagsAt } from './matrix-values.ts'

/** A shape for each severity, so that colour is never the only sign. */
const MARKS = { error: '⬣', warning: '▲', info: '●' } as const

/** How many flags a project has, under the sign of the gravest. */
export class FlagCell implements ICellRendererComp<MatrixRow> {
  private readonly root = document.createElement('span')

  init(params: ICellRendererParams<MatrixRow>): void {
    this.root.className = 'flag-badge'
    this.show(params)
  }

  getGui(): HTMLElement {
    return this.root
  }

  refresh(params: ICellRendererParams<MatrixRow>): boolean {
    this.show(params)
    return true
  }

  private show({ data }: ICellRendererParams<MatrixRow>): void {
    const flags = flagsAt(data)
    const gravest = SEVERITIES.find((severity) => flags.some((flag) => flag.severity === severity))
    this.root.hidden = !gravest
    if (!gravest) return
    const { language, unit } = useWindow.getState()
    this.root.dataset['severity'] = gravest
    this.root.textContent = `${MARKS[gravest]} ${flags.length}`
    this.root.setAttribute('role', 'img')
    this.root.setAttribute(
      'aria-label',
      flags.map((flag) => flagSentence(flag, language, unit)).join(' '),
    )
  }
}
