import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { openEntry } from '../../plan/entry-dialog-store.ts'
import { showMessage } from '../../plan/message-store.ts'
import { lineOfColumn } from '../matrix-row.ts'
import { activeRange } from '../range/selection-store.ts'

/** Opens the form of the project in the row the selection began in. */
export function editProject(): void {
  const row = activeRange()?.anchor.row
  if (typeof row === 'number') return openEntry({ kind: 'project', id: row })
  showMessage({ intent: 'info', title: i18n._(msg`Chọn một ô trong dòng của dự án cần sửa.`) })
}

/** Opens the form of the funding line in the column the selection began in. */
export function editLine(): void {
  const column = activeRange()?.anchor.column
  const line = column === undefined ? null : lineOfColumn(column)
  if (line !== null) return openEntry({ kind: 'line', id: line })
  showMessage({ intent: 'info', title: i18n._(msg`Chọn một ô trong cột của nguồn vốn cần sửa.`) })
}
