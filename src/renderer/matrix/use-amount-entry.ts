import type { GridApi, SuppressKeyboardEventParams } from 'ag-grid-community'
import { useCallback, useRef } from 'react'
import { WorkbenchError } from '../../core/error.ts'
import { callThroughRestart } from '../hooks/call-through-restart.ts'
import { useEngine } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { useWindow } from '../plan/window-store.ts'
import { errorSentence } from '../wording/sentences.ts'
import { type MatrixRow, lineColumn } from './matrix-row.ts'
import { keepRefused } from './refused-entries.ts'
import type { TypedEntry } from './typed-entry.ts'

interface CellOfYear {
  readonly project: number
  readonly line: number
}

/** A text for a cell of the grid it was typed or pasted in. */
export interface AmountEntry extends CellOfYear, TypedEntry {
  readonly api: GridApi<MatrixRow>
}

/** Sends what is typed to the engine; the view follows the engine's delta. */
export function useAmountEntry() {
  const engine = useEngine()
  const open = useRef(new Set<Promise<boolean>>())

  const track = useCallback((done: Promise<boolean>) => {
    open.current.add(done)
    void done.finally(() => open.current.delete(done))
  }, [])

  const enter = useCallback(
    (entry: AmountEntry) => {
      const { api: _api, ...params } = entry
      track(
        // The same entry twice is the same amount, so one the engine died over is simply sent again.
        callThroughRestart(engine, 'plan.enterAmount', params).then(
          () => true,
          (error: unknown) => {
            if (isRefusal(error)) reopenEditor(entry, error)
            else reportError(error)
            return false
          },
        ),
      )
    },
    [engine, track],
  )

  /** Whether everything sent so far was taken, once the engine has answered. */
  const settle = useCallback(async () => (await Promise.all(open.current)).every(Boolean), [])

  return { enter, settle, track }
}

/** The one sign of a composing input method that every system gives with the key. */
const COMPOSING = 229

/** An input method announces its first letter so; the editor must be there to receive it. */
export function openForComposition({
  api,
  event,
  editing,
  node,
  column,
}: SuppressKeyboardEventParams<MatrixRow>): boolean {
  // Some name the letter as well; seeded and then composed it would stand there twice.
  const isAnnounced = event.key === 'Process' || event.keyCode === COMPOSING
  if (editing || !isAnnounced || node.rowIndex === null) return false
  api.startEditingCell({ rowIndex: node.rowIndex, colKey: column, key: 'Process' })
  return true
}

function isRefusal(error: unknown): error is WorkbenchError {
  return error instanceof WorkbenchError && error.code.startsWith('amount-')
}

function reopenEditor({ api, project, line, text }: AmountEntry, error: WorkbenchError): void {
  const sentence = errorSentence(error, useWindow.getState().language)
  const row = api.getRowNode(String(project))?.rowIndex
  if (row === null || row === undefined) return reportError(error)
  keepRefused({ project, line, text, sentence })
  api.ensureIndexVisible(row)
  api.setFocusedCell(row, lineColumn(line))
  api.startEditingCell({ rowIndex: row, colKey: lineColumn(line) })
}
