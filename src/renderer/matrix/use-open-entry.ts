import type { GridApi } from 'ag-grid-community'
import { useEffect } from 'react'
import { watchOpenEntry } from '../plan/open-entry.ts'
import { AmountEditor } from './amount-editor.ts'
import type { MatrixRow } from './matrix-row.ts'
import type { PointEntry } from './typed-entry.ts'

/**
 * Takes the editor's text before anything else the person does takes effect: the grid itself hands it on only
 * after the click that closed the editor, when a command, a screen or a unit may have changed already.
 */
export function useOpenEntry(
  api: GridApi<MatrixRow> | null,
  enter: (entry: PointEntry) => void,
  settle: () => Promise<boolean>,
): void {
  useEffect(() => {
    if (!api) return
    const press = ({ target }: PointerEvent) => {
      const isInside = target instanceof Element && target.closest('.amount-editor') !== null
      if (!isInside) takeOpenEntry(api, enter)
    }
    document.addEventListener('pointerdown', press, true)
    const stopWatching = watchOpenEntry(() => {
      takeOpenEntry(api, enter)
      return settle()
    })
    return () => {
      document.removeEventListener('pointerdown', press, true)
      stopWatching()
    }
  }, [api, enter, settle])
}

function takeOpenEntry(api: GridApi<MatrixRow>, enter: (entry: PointEntry) => void): void {
  const editor = api.getCellEditorInstances().find((one) => one instanceof AmountEditor)
  if (!editor) return
  const entry = editor.openEntry()
  api.stopEditing(true)
  if (entry) enter(entry)
}
