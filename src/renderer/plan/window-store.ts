import { create } from 'zustand'
import type { Language, ThemeChoice } from '../../contract/bridge.ts'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { Unit } from '../../core/money.ts'

/** The screens of the left rail, in its order. */
export const SCREENS = [
  'matrix',
  'lines',
  'projects',
  'tasks',
  'flags',
  'policy',
  'history',
] as const

/** One screen of the window. */
export type Screen = (typeof SCREENS)[number]

/** A dialog over the window. */
export type OpenDialog = 'import' | 'export' | 'drafts' | 'compare' | 'palette' | 'shortcuts' | null

/** A pinned row of the matrix: one sum of every line. */
export type TotalsRowId = 'ceiling' | 'reserve' | 'allocated' | 'remaining'

/** A row that stands for a group of projects. */
export type GroupRowId = `group:${string}`

/** A place in the matrix; a null line is a project column, a null project a totals row. */
export interface MatrixPlace {
  readonly project: number | null
  readonly line: number | null
}

/** The cell with the keyboard's focus: its row and column, nulls where there is none. */
export interface FocusedCell extends MatrixPlace {
  readonly row: number | TotalsRowId | GroupRowId | null
  readonly column: string | null
}

/** No cell. */
export const NO_CELL: FocusedCell = { project: null, line: null, row: null, column: null }

/** Where a flag leads: a project's row or a line's totals, with a line's column where it names one. */
export interface JumpTarget extends MatrixPlace {
  readonly serial: number
}

/** How this window looks right now. */
export interface WindowState {
  readonly screen: Screen
  readonly year: FiscalYear
  readonly unit: Unit
  readonly language: Language
  readonly theme: ThemeChoice
  readonly dialog: OpenDialog
  readonly focused: FocusedCell
  /** The project the inspector shows. */
  readonly selected: number | null
  readonly jump: JumpTarget | null
  readonly filter: string
  /** Who last accepted a flag or changed a rule in this window; the next one is likely the same. */
  readonly person: string
  readonly isInspectorOpen: boolean
  readonly inspectorWidth: number
  readonly isMatrixPainted: boolean
}

/** Narrower windows start with the inspector closed, so that the matrix keeps its room. */
const ROOM_FOR_INSPECTOR = 1500

/** The state of this window. */
export const useWindow = create<WindowState>(() => ({
  screen: 'matrix',
  year: 0,
  unit: 'million',
  language: 'vi',
  theme: 'system',
  dialog: null,
  focused: NO_CELL,
  selected: null,
  jump: null,
  filter: '',
  person: '',
  isInspectorOpen: globalThis.innerWidth >= ROOM_FOR_INSPECTOR,
  inspectorWidth: 344,
  isMatrixPainted: false,
}))

/** Opens a screen. */
export function showScreen(screen: Screen): void {
  useWindow.setState({ screen })
}

/** Opens the matrix at a cell, in a year where one is named. */
export function jumpToCell(target: MatrixPlace & { year: FiscalYear | null }): void {
  useWindow.setState((state) => ({
    screen: 'matrix',
    year: target.year ?? state.year,
    selected: target.project ?? state.selected,
    filter: '',
    jump: { project: target.project, line: target.line, serial: (state.jump?.serial ?? 0) + 1 },
  }))
}
