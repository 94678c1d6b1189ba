import { create } from 'zustand'
import type { CellPoint, GridOrder } from './grid-order.ts'
import {
  type CellRange,
  NO_SELECTION,
  type Selection,
  addCell,
  extendTo,
  selectCell,
} from './selection.ts'

/** What is selected in the matrix; it outlives the screen, so that coming back finds it again. */
export const useSelection = create<{ readonly selection: Selection }>(() => ({
  selection: NO_SELECTION,
}))

/** Selects these ranges and nothing else. */
export function select(selection: Selection): void {
  useSelection.setState({ selection })
}

/** What is selected now. */
export function selected(): Selection {
  return useSelection.getState().selection
}

/** The range that grows, or null where nothing is selected. */
export function activeRange(): CellRange | null {
  return selected().at(-1) ?? null
}

/** Selects what a click or a drag points at: Shift draws the last range there, Ctrl begins one beside it. */
export function pointAt(
  order: GridOrder,
  point: CellPoint,
  { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>,
): void {
  if (shiftKey) select(extendTo(selected(), order, point))
  else if (ctrlKey || metaKey) select(addCell(selected(), point))
  else select(selectCell(point))
}

/** Selects a whole range, beside the others with Ctrl. */
export function takeRange(range: CellRange | null, isBeside: boolean): void {
  if (range) select(isBeside ? [...selected(), range] : [range])
}

/** Whether a cell is selected. */
export function isSelected({ row, column }: CellPoint): boolean {
  return selected().some(({ rows, columns }) => columns.includes(column) && rows.includes(row))
}
