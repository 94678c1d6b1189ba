import type { IInnerHeaderComponent, IHeaderParams } from 'ag-grid-community'

interface LineHeaderParams extends IHeaderParams {
  readonly name: string
}

/** A line's code over its name, cut after two rows; the tooltip has it whole. */
export class LineHeader implements IInnerHeaderComponent {
  private readonly root = document.createElement('span')
  private readonly code = document.createElement('b')
  private readonly label = document.createElement('span')

  init(params: LineHeaderParams): void {
    this.root.className = 'line-title'
    this.root.append(this.code, this.label)
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.root
  }

  refresh({ displayName, name }: LineHeaderParams): boolean {
    this.code.textContent = displayName
    this.label.textContent = name
    return true
  }
}
