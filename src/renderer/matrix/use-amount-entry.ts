import type { GridApi } from 'ag-grid-community'
import { useCallback, useRef } from 'react'
import { WorkbenchError } from '../../core/error.ts'
import { useEngine } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { useWindow } from '../plan/window-store.ts'
import { errorSentence } from '../wording/sentences.ts'
import type { SuppressKey } from './matrix-columns.ts'
import { type MatrixRow, lineColumn, lineOfColumn, projectOfRow } from './matrix-row.ts'
import { keepRefused } from './refused-entries.ts'
import { type TypedEntry, readEntryContext } from './typed-entry.ts'

interface CellOfYear {
  readonly project: number
  readonly line: number
}

/** A text for a cell of the grid it was typed or pasted in. */
export interface AmountEntry extends CellOfYear, TypedEntry {
  readonly api: GridApi<MatrixRow>
}

/** Sends what is typed, pasted or cleared to the engine; the view follows the engine's delta. */
export function useAmountEntry() {
  const engine = useEngine()
  const open = useRef(new Set<Promise<boolean>>())

  const send = useCallback(
    ({ project, line, text, year, unit, language }: CellOfYear & TypedEntry) => {
      const params = { project, line, year, text, unit, language }
      return engine.call('plan.enterAmount', params).catch(async (error: unknown) => {
        // The same entry twice is the same amount, so one the engine died over is simply sent again.
        if (!isStopped(error)) throw error
        await engine.nextAttach()
        return engine.call('plan.enterAmount', params)
      })
    },
    [engine],
  )

  const enter = useCallback(
    (entry: AmountEntry) => {
      const done = send(entry).then(
        () => true,
        (error: unknown) => {
          if (isRefusal(error)) reopenEditor(entry, error)
          else reportError(error)
          return false
        },
      )
      open.current.add(done)
      void done.finally(() => open.current.delete(done))
    },
    [send],
  )

  /** Whether everything sent so far was taken, once the engine has answered. */
  const settle = useCallback(async () => (await Promise.all(open.current)).every(Boolean), [])

  const clear = useCallback(
    (cell: CellOfYear) =>
      void send({ ...cell, ...readEntryContext(), text: '0' }).catch(reportError),
    [send],
  )

  const suppressKey: SuppressKey = useCallback(
    ({ api, event, editing, data, node, column }) => {
      const [project, line] = [projectOfRow(data), lineOfColumn(column.getColId())]
      if (editing || project === null || line === null) return false
      if (event.key === 'Delete') {
        clear({ project, line })
        return true
      }
      // An input method announces its first letter so; the editor must be there to receive it.
      if (event.key === 'Process' && node.rowIndex !== null) {
        api.startEditingCell({ rowIndex: node.rowIndex, colKey: column, key: 'Process' })
        return true
      }
      return false
    },
    [clear],
  )

  return { enter, clear, settle, suppressKey }
}

function isStopped(error: unknown): boolean {
  return error instanceof WorkbenchError && error.code === 'engine-stopped'
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
