import { useEffect } from 'react'
import { showMessage } from '../../plan/message-store.ts'
import { forgetCut, useCut } from '../clipboard/cut-store.ts'
import { refuseComputed } from '../clipboard/paste-range.ts'
import { toggleFold } from '../groups/group-store.ts'
import type { Hands } from '../hands.ts'
import { isGroupRow } from '../matrix-row.ts'
import { pressRangeKey } from '../range/press-key.ts'
import { selectCell } from '../range/selection.ts'
import { activeRange, select } from '../range/selection-store.ts'
import { cellAt } from '../selected-cells.ts'
import { isSpreadable } from '../spread/spread-entry.ts'
import { chordOf } from './chord.ts'
import { openCellMenu } from './cell-menu-store.ts'
import { MATRIX_COMMANDS } from './matrix-commands.ts'

const BY_CHORD = new Map(
  MATRIX_COMMANDS.filter(({ isNative }) => !isNative).map((command) => [command.chord, command]),
)

/** Hears the keys of the matrix before the grid does; what is typed into an editor is left to it. */
export function useMatrixKeys(hands: Hands | null): void {
  useEffect(() => {
    if (!hands) return
    const press = (event: KeyboardEvent) => {
      if (isOnCell(event) && !event.isComposing && carryOut(hands, event)) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    hands.root.addEventListener('keydown', press, true)
    return () => hands.root.removeEventListener('keydown', press, true)
  }, [hands])
}

function carryOut(hands: Hands, event: KeyboardEvent): boolean {
  const chord = chordOf(event)
  const command = BY_CHORD.get(chord === 'Backspace' ? 'Delete' : chord)
  if (command) {
    command.run(hands)
    return true
  }
  if (chord === 'Shift+F10' || chord === 'ContextMenu') return openCellMenu(hands)
  if (chord === 'Escape') return leaveCut() || collapse()
  if (chord === 'Enter' || chord === 'Space') return foldGroup()
  return isRefusedTyping(hands, event) || pressRangeKey(hands, event)
}

/** What is typed on a computed cell goes nowhere; the person is told, by the cell's name. */
function isRefusedTyping(hands: Hands, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const anchor = activeRange()?.anchor
  if (!anchor || key.length !== 1 || ctrlKey || metaKey || altKey) return false
  if (cellAt(anchor) !== null || isSpreadable(anchor)) return false
  showMessage({ intent: 'info', title: refuseComputed(hands, anchor).sentence })
  return true
}

/** Enter on the head of a group folds it; on a cell it is the grid's. */
function foldGroup(): boolean {
  const anchor = activeRange()?.anchor
  if (!anchor || !isGroupRow(anchor.row) || anchor.column !== 'name') return false
  toggleFold(anchor.row)
  return true
}

/** Escape ends a cut before it draws a range in. */
function leaveCut(): boolean {
  const isCut = useCut.getState().cut !== null
  forgetCut()
  return isCut
}

function collapse(): boolean {
  const range = activeRange()
  if (!range || (range.rows.length === 1 && range.columns.length === 1)) return false
  select(selectCell(range.anchor))
  return true
}

function isOnCell({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element &&
    !(target instanceof HTMLInputElement) &&
    target.closest('.ag-cell') !== null
  )
}
