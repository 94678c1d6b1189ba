import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { showMessage } from '../../plan/message-store.ts'

/** Cuts, copies or pastes from a menu; where the browser keeps that to the keys, says which key does it. */
export function runClipboard(what: 'cut' | 'copy' | 'paste'): void {
  // Old, but the one call that raises the real clipboard event a menu needs.
  if (document.execCommand(what)) return
  const key = { cut: 'Ctrl+X', copy: 'Ctrl+C', paste: 'Ctrl+V' }[what]
  showMessage({ intent: 'info', title: i18n._(msg`Nhấn ${key} để làm việc này.`) })
}
