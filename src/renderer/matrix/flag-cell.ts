import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import { nameSeverity } from '../../core/wording.ts'
import { useWindow } from '../plan/window-store.ts'
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
    const { count, severity } = flagsAt(data)
    this.root.hidden = !severity
    if (!severity) return
    const gravest = nameSeverity(severity, useWindow.getState().language)
    this.root.dataset['severity'] = severity
    this.root.textContent = `${MARKS[severity]} ${count}`
    this.root.setAttribute('role', 'img')
    this.root.setAttribute('aria-label', i18n._(msg`${count} cảnh báo, nặng nhất: ${gravest}`))
  }
}
