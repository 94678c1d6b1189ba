import type { Language } from '../../contract/bridge.ts'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { Unit } from '../../core/money.ts'
import { useWindow } from '../plan/window-store.ts'
import type { CellPoint } from './range/grid-order.ts'

/** The year a text is meant for and the unit and language it is read in. */
export interface EntryContext {
  readonly year: FiscalYear
  readonly unit: Unit
  readonly language: Language
}

/** A text as it was typed, with what it was typed in. */
export interface TypedEntry extends EntryContext {
  readonly text: string
}

/** A text typed at a point of the matrix. */
export interface PointEntry extends TypedEntry, CellPoint {}

/** What the window shows now. */
export function readEntryContext(): EntryContext {
  const { year, unit, language } = useWindow.getState()
  return { year, unit, language }
}
