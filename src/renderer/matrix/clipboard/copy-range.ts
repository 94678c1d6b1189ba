import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { showMessage } from '../../plan/message-store.ts'
import { isGroupRow } from '../matrix-row.ts'
import { activeRange, selected } from '../range/selection-store.ts'
import { amountAtPoint, copiedCell } from './copied-cell.ts'
import { tableMarkup, tableText } from './write-table-text.ts'

/** Our own cells on the clipboard: whole đồng as digits, whatever unit and language are shown. */
export const EXACT_TYPE = 'application/x-longghep-cells'

/** Puts the active range on the clipboard, for us exactly and for spreadsheets in the shown unit. */
export function copyRange(event: ClipboardEvent): void {
  const range = activeRange()
  if (!range || !event.clipboardData) return
  event.preventDefault()
  if (selected().length > 1)
    showMessage({
      intent: 'info',
      title: i18n._(msg`Chỉ chép vùng chọn sau cùng; mỗi lần chép một vùng liền.`),
    })
  // The heads of groups are no projects: left out, what is pasted back lands on the same projects.
  const rows = range.rows.filter((row) => !isGroupRow(row))
  const points = rows.map((row) => range.columns.map((column) => ({ row, column })))
  const cells = points.map((row) => row.map(copiedCell))
  event.clipboardData.setData('text/plain', tableText(cells))
  event.clipboardData.setData('text/html', tableMarkup(cells))
  const exact = points.map((row) => row.map((point) => amountAtPoint(point)?.toString() ?? null))
  if (exact.every((row) => row.every((amount) => amount !== null)))
    event.clipboardData.setData(EXACT_TYPE, JSON.stringify(exact))
}
