import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { showMessage } from '../../plan/message-store.ts'
import { isGroupRow } from '../matrix-row.ts'
import type { GridOrder } from '../range/grid-order.ts'
import type { CellRange } from '../range/selection.ts'
import { selected } from '../range/selection-store.ts'
import { amountAtPoint, copiedCell } from './copied-cell.ts'
import { joinRanges } from './join-ranges.ts'
import { tableMarkup, tableText } from './write-table-text.ts'

/** Our own cells on the clipboard: whole đồng as digits, whatever unit and language are shown. */
export const EXACT_TYPE = 'application/x-longghep-cells'

/** What was copied: the projects' cells as one block, and their exact đồng where all of them are amounts. */
export interface CopiedBlock {
  readonly range: CellRange
  readonly exact: string | null
}

/** Puts the selection on the clipboard, for us exactly and for spreadsheets in the shown unit; null where it is no block. */
export function copyRange(event: ClipboardEvent, order: GridOrder): CopiedBlock | null {
  if (selected().length === 0 || !event.clipboardData) return null
  event.preventDefault()
  const joined = joinRanges(selected(), order)
  if (!joined) {
    showMessage({
      intent: 'info',
      title: i18n._(
        msg`Các vùng chọn không cùng dòng, cũng không cùng cột nên không chép được một lần. Hãy chép từng vùng.`,
      ),
    })
    return null
  }
  // The heads of groups are no projects: left out, what is pasted back lands on the same projects.
  const range = { ...joined, rows: joined.rows.filter((row) => !isGroupRow(row)) }
  const points = range.rows.map((row) => range.columns.map((column) => ({ row, column })))
  const cells = points.map((row) => row.map(copiedCell))
  event.clipboardData.setData('text/plain', tableText(cells))
  event.clipboardData.setData('text/html', tableMarkup(cells))
  const exact = points.map((row) => row.map((point) => amountAtPoint(point)?.toString() ?? null))
  if (!exact.every((row) => row.every((amount) => amount !== null))) return { range, exact: null }
  const text = JSON.stringify(exact)
  event.clipboardData.setData(EXACT_TYPE, text)
  return { range, exact: text }
}
