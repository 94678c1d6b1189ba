import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { showMessage } from '../plan/message-store.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { type MatrixPlace, useWindow } from '../plan/window-store.ts'
import { entryText } from '../wording/money-text.ts'

/** Copies the focused cell's exact figure in the shown unit: pasted back, it is the same amount. */
export function copyCell(
  event: ClipboardEvent,
  columns: PlanColumns,
  { project, line }: MatrixPlace,
): void {
  const { year, unit, language } = useWindow.getState()
  if (project === null || line === null) return
  const amount = columns.amountAt(project, line, year)
  event.clipboardData?.setData('text/plain', entryText(amount, unit, language))
  event.preventDefault()
}

/** The text of a clipboard that holds one cell; null, with a word to the person, where it holds more. */
export function readSingleCell(data: DataTransfer): string | null {
  const text = data
    .getData('text/plain')
    .replace(/\r?\n$/, '')
    .trim()
  if (!/[\t\n]/.test(text)) return text
  showMessage({
    intent: 'info',
    title: i18n._(
      msg`Mỗi lần chỉ dán được một ô. Hãy sao chép từng ô, hoặc dùng Nhập bảng cho cả vùng.`,
    ),
  })
  return null
}
