import { WorkbenchError } from '../../core/error.ts'
import { showMessage } from '../plan/message-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { errorSentence } from '../wording/sentences.ts'

/** Tells the person what stopped, where and what to do, with a detail they may copy. */
export function reportError(error: unknown): void {
  const { language } = useWindow.getState()
  showMessage({ intent: 'error', title: errorSentence(error, language), detail: detailOf(error) })
}

function detailOf(error: unknown): string {
  if (error instanceof WorkbenchError) {
    const values = Object.entries(error.detail).map(([name, value]) => `${name}: ${String(value)}`)
    return [error.code, ...values].join('\n')
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
