import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community'
import { type Money, ZERO } from '../../core/money.ts'
import { entryText } from '../wording/money-text.ts'
import { AmountPicks } from './amount-picks.ts'
import { PICK_KEY } from './commands/edit-cell.ts'
import { isColumnInSight } from './is-column-in-sight.ts'
import { refuseEntry } from './refuse-entry.ts'
import type { MatrixContext } from './matrix-context.ts'
import { type MatrixRow, lineOfColumn, projectOfRow, yearOfColumn } from './matrix-row.ts'
import type { CellPoint } from './range/grid-order.ts'
import { takeRefused } from './refused-entries.ts'
import { type EntryContext, type TypedEntry, readEntryContext } from './typed-entry.ts'

type Params = ICellEditorParams<MatrixRow, Money | TypedEntry, MatrixContext>

/** A text field for one amount: it keeps a refused text and says why, and leaves a composing input method alone. */
export class AmountEditor implements ICellEditorComp<MatrixRow, Money | TypedEntry> {
  private readonly root = document.createElement('div')
  private readonly input = document.createElement('input')
  private readonly popup = document.createElement('div')
  private params!: Params
  private initial = ''
  private refusal: string | null = null
  /** What the text is read in, whatever the window shows by the time the grid hands it on. */
  private context: EntryContext = readEntryContext()
  private readonly picks = new AmountPicks((text) => {
    this.input.value = text
    this.hideRefusal()
  })

  init(params: Params): void {
    this.params = params
    const year = yearOfColumn(params.column.getColId())
    if (year !== null) this.context = { ...this.context, year }
    this.root.className = 'amount-editor'
    this.input.type = 'text'
    this.input.autocomplete = 'off'
    this.input.spellcheck = false
    this.input.setAttribute('aria-label', i18n._(msg`Số vốn bố trí`))
    this.input.dataset['testid'] = 'amount-editor'
    this.popup.className = 'amount-refusal'
    this.popup.popover = 'manual'
    this.popup.setAttribute('role', 'alert')
    this.popup.dataset['testid'] = 'amount-refusal'
    this.root.append(this.input, this.popup, this.picks.list)
    this.seed()
    this.input.addEventListener('keydown', (event) => this.press(event))
    this.input.addEventListener('input', () => this.hideRefusal())
  }

  getGui(): HTMLElement {
    return this.root
  }

  afterGuiAttached(): void {
    this.input.focus()
    const { length } = this.input.value
    if (this.params.eventKey === null && !this.refusal) this.input.select()
    else this.input.setSelectionRange(length, length)
    if (this.refusal) this.showRefusal(this.refusal)
    if (this.params.eventKey === PICK_KEY) this.openPicks()
  }

  getValue(): TypedEntry {
    return { text: this.input.value, ...this.context }
  }

  /** What would be entered if editing ended now; null where nothing was changed. */
  openEntry(): (TypedEntry & CellPoint) | null {
    if (this.isCancelAfterEnd()) return null
    const { data, column } = this.params
    return { row: data.id, column: column.getColId(), ...this.getValue() }
  }

  isCancelAfterEnd(): boolean {
    return this.input.value === this.initial && this.refusal === null
  }

  destroy(): void {
    this.picks.close()
    this.hideRefusal()
  }

  private seed(): void {
    const { eventKey, value, data, column } = this.params
    const { unit, language } = this.context
    const refused = takeRefused(projectOfRow(data), lineOfColumn(column.getColId()))
    if (refused) {
      this.refusal = refused.sentence
      this.input.value = refused.text
      return
    }
    // A typed key replaces the amount; F2, Enter or a double click edits it as it exactly is.
    if (eventKey === 'Backspace' || eventKey === 'Process') this.input.value = ''
    else if (eventKey?.length === 1) this.input.value = eventKey
    else
      this.initial = this.input.value = exactEntry(value, (amount) =>
        entryText(amount, unit, language),
      )
  }

  private press(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' && event.altKey) this.openPicks()
    else if (!this.picks.press(event.key)) return this.pressInText(event)
    event.preventDefault()
    event.stopPropagation()
  }

  private openPicks(): void {
    const { data, column } = this.params
    const [project, line] = [projectOfRow(data), lineOfColumn(column.getColId())]
    this.picks.open(this.root.getBoundingClientRect(), project, line, this.context)
  }

  private pressInText(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Tab') {
      // Caret keys belong to the text, not to the grid.
      if (['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Delete', 'Backspace'].includes(event.key))
        event.stopPropagation()
      return
    }
    event.stopPropagation()
    // While an input method composes, Enter and Tab confirm its word and nothing else.
    if (event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    this.commit(event)
  }

  private commit(event: KeyboardEvent): void {
    if (!this.isCancelAfterEnd()) {
      const { data, column } = this.params
      const sentence = refuseEntry(
        this.input.value,
        projectOfRow(data),
        lineOfColumn(column.getColId()),
      )
      if (sentence) return this.showRefusal(sentence)
    }
    this.refusal = null
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return this.fillSelected()
    const { api, rowIndex, column } = this.params
    const step = event.shiftKey ? -1 : 1
    // Measured while nothing has moved yet, when it costs nothing.
    const stays = event.key === 'Enter' && isColumnInSight(api, column, this.params.eGridCell)
    const entry = this.openEntry()
    // The grid would hand it on only after this key; so the engine works while the focus moves.
    if (entry) this.params.context.enter(entry)
    api.stopEditing(true)
    const next = event.key === 'Tab' ? this.columnBeside(step) : column
    const row = event.key === 'Enter' ? rowIndex + step : rowIndex
    if (!isInSight(api, row) && row >= 0 && row < api.getDisplayedRowCount()) {
      api.ensureIndexVisible(row)
    }
    if (!stays) api.ensureColumnVisible(next)
    api.setFocusedCell(Math.max(0, Math.min(row, api.getDisplayedRowCount() - 1)), next)
  }

  /** As in a spreadsheet, Ctrl+Enter puts the text into every selected cell and stays. */
  private fillSelected(): void {
    const { api, rowIndex, column, data, context } = this.params
    context.fill({ row: data.id, column: column.getColId(), ...this.getValue() })
    api.stopEditing(true)
    api.setFocusedCell(rowIndex, column)
  }

  private columnBeside(step: number) {
    const { api, column } = this.params
    const columns = api.getAllDisplayedColumns()
    return columns[columns.indexOf(column) + step] ?? column
  }

  private showRefusal(sentence: string): void {
    this.refusal = sentence
    this.popup.textContent = sentence
    this.input.setAttribute('aria-invalid', 'true')
    this.popup.showPopover()
    const { left, bottom } = this.root.getBoundingClientRect()
    const { offsetWidth, offsetHeight } = this.popup
    this.popup.style.left = `${Math.min(left, window.innerWidth - offsetWidth - 8)}px`
    this.popup.style.top = `${Math.min(bottom + 4, window.innerHeight - offsetHeight - 8)}px`
  }

  private hideRefusal(): void {
    if (!this.popup.matches(':popover-open')) return
    this.popup.hidePopover()
    this.input.removeAttribute('aria-invalid')
  }
}

/** Whether a row is wholly in sight; the grid would measure itself to find out, with every key. */
function isInSight(api: Params['api'], row: number): boolean {
  return row > api.getFirstDisplayedRowIndex() && row < api.getLastDisplayedRowIndex()
}

function exactEntry(
  value: Money | TypedEntry | null | undefined,
  print: (amount: Money) => string,
): string {
  return typeof value === 'bigint' && value !== ZERO ? print(value) : ''
}
