import { create } from 'zustand'
import type { Cell } from '../../../core/allocation.ts'
import type { FiscalYear } from '../../../core/fiscal-year.ts'
import type { CellRange } from '../range/selection.ts'

/** Cells that were cut: they keep their amounts until these are pasted elsewhere. */
export interface CutBlock {
  readonly cells: readonly Cell[]
  /** Where they are seen, in which year of the window. */
  readonly range: CellRange
  readonly year: FiscalYear
  /** What the clipboard holds as long as it holds this block. */
  readonly exact: string
}

/** What is cut and not pasted yet. */
export const useCut = create<{ readonly cut: CutBlock | null }>(() => ({ cut: null }))

/** Leaves the cut cells as they are. */
export function forgetCut(): void {
  if (useCut.getState().cut) useCut.setState({ cut: null })
}
