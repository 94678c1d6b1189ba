import type { GridApi } from 'ag-grid-community'
import { useCallback } from 'react'
import { WorkbenchError } from '../../core/error.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { useWindow } from '../plan/window-store.ts'
import { errorSentence } from '../wording/sentences.ts'
import type { SuppressKey } from './matrix-columns.ts'
import { type MatrixRow, lineColumn, lineOfColumn, projectOfRow } from './matrix-row.ts'
import { keepRefused } from './refused-entries.ts'

interface CellOfYear {
  readonly project: number
  readonly line: number
}

interface Entry extends CellOfYear {
  readonly api: GridApi<MatrixRow>
  readonly text: string
}

/** Sends what is typed, pasted or cleared to the engine; the view follows the engine's delta. */
export function useAmountEntry() {
  const enterAmount = useMethod('plan.enterAmount')

  const send = useCallback(
    ({ project, line }: CellOfYear, text: string) => {
      const { year, unit, language } = useWindow.getState()
      return enterAmount({ project, line, year, text, unit, language })
    },
    [enterAmount],
  )

  const enter = useCallback(
    (entry: Entry) => {
      send(entry, entry.text).catch((error: unknown) => {
        if (isRefusal(error)) reopenEditor(entry, error)
        else reportError(error)
      })
    },
    [send],
  )

  const clear = useCallback((cell: CellOfYear) => void send(cell, '0').catch(reportError), [send])

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

  return { enter, clear, suppressKey }
}

function isRefusal(error: unknown): error is WorkbenchError {
  return error instanceof WorkbenchError && error.code.startsWith('amount-')
}

function reopenEditor({ api, project, line, text }: Entry, error: WorkbenchError): void {
  const sentence = errorSentence(error, useWindow.getState().language)
  const row = api.getRowNode(String(project))?.rowIndex
  if (row === null || row === undefined) return reportError(error)
  keepRefused({ project, line, text, sentence })
  api.ensureIndexVisible(row)
  api.setFocusedCell(row, lineColumn(line))
  api.startEditingCell({ rowIndex: row, colKey: lineColumn(line) })
}
