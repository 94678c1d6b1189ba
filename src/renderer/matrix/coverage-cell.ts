import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import { useWindow } from '../plan/window-store.ts'
import { percentSaid } from '../../core/percent-text.ts'
import type { MatrixRow } from './matrix-row.ts'

/** How much of the need is met: a filled bar, with the exact percentage as text. */
export class CoverageCell implements ICellRendererComp<MatrixRow> {
  private readonly root = document.createElement('div')
  private readonly fill = document.createElement('span')
  private readonly text = document.createElement('span')

  init(params: ICellRendererParams<MatrixRow, string>): void {
    this.root.className = 'coverage'
    this.fill.className = 'bar-fill'
    this.text.className = 'coverage-text'
    this.root.append(this.fill, this.text)
    this.show(params)
  }

  getGui(): HTMLElement {
    return this.root
  }

  refresh(params: ICellRendererParams<MatrixRow, string>): boolean {
    this.show(params)
    return true
  }

  private show({ value }: ICellRendererParams<MatrixRow, string>): void {
    // Width of a bar is the one place where a share may be a float.
    const share = Math.max(0, Math.min(100, Number(value ?? 0)))
    this.root.dataset['state'] = value ? stateOf(share) : 'empty'
    this.fill.style.width = `${share}%`
    this.text.textContent = value ? percentSaid(value, useWindow.getState().language) : ''
  }
}

function stateOf(share: number): 'full' | 'part' | 'none' {
  if (share >= 100) return 'full'
  return share === 0 ? 'none' : 'part'
}
