import type { Unit } from '../core/money.ts'
import type { Failure } from './failure.ts'
import type { Draft } from './draft.ts'
import type { Access, ChosenTable } from './methods.ts'
import type { FileState } from './plan-view.ts'
import type { ExportWhat } from './tables.ts'

/** Interface language. */
export type Language = 'vi' | 'en'

/** Colour theme; `system` follows the computer. */
export type ThemeChoice = 'system' | 'light' | 'dark'

/** What a person's computer remembers of how they like the window. */
export interface Preferences {
  readonly language: Language
  readonly theme: ThemeChoice
  readonly unit: Unit
}

/** What became of a thing asked of the main process; `cancelled` when the person closed the dialog. */
export type Outcome<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly failure: Failure }

/** How an engine ended by itself: whether it hung, so that it was killed. */
export interface EngineEnd {
  readonly isHung: boolean
}

/** What the engine's process is doing; after `restarted` a fresh port has been posted to the page. */
export type EngineStatus =
  | { readonly status: 'ready' }
  | ({ readonly status: 'stopped' } & EngineEnd)
  | ({ readonly status: 'restarted' } & EngineEnd)
  | { readonly status: 'failed'; readonly failure: Failure }

/** Commands of the native menu that the page carries out. */
export type MenuCommand =
  | 'new'
  | 'open'
  | 'open-sample'
  | 'save'
  | 'save-as'
  | 'undo'
  | 'redo'
  | 'import'
  | 'export'
  | 'show-drafts'
  | 'compare'
  | 'show-flags'
  | 'show-inspector'
  | 'toggle-language'

/** A file opened before, newest first. */
export interface RecentFile {
  readonly path: string
  readonly name: string
}

/**
 * What the preload exposes to the page as `window.longghep`, frozen. The engine's port arrives as a
 * window message `{ type: 'longghep:engine-port' }` with one transferred port.
 */
export interface Bridge {
  readonly preferences: Preferences
  savePreferences(preferences: Preferences): Promise<void>
  newWorkbook(): Promise<Outcome<FileState>>
  openWorkbook(): Promise<Outcome<FileState>>
  openRecent(index: number): Promise<Outcome<FileState>>
  openSample(): Promise<Outcome<FileState>>
  save(): Promise<Outcome<FileState>>
  saveAs(): Promise<Outcome<FileState>>
  chooseTables(): Promise<Outcome<readonly ChosenTable[]>>
  exportTable(what: ExportWhat, unit: Unit): Promise<Outcome<string>>
  recentFiles(): Promise<readonly RecentFile[]>
  /** Opens the workbook's own file anew in this window; what was not saved is kept as a draft. */
  reopen(access: Access): Promise<Outcome<FileState>>
  /** Opens the workbook's own file, as it stands on disk now, to view in a window beside this one. */
  viewFile(): Promise<Outcome<FileState>>
  /** Drafts no window holds, newest first. */
  drafts(): Promise<Outcome<readonly Draft[]>>
  openDraft(id: string): Promise<Outcome<FileState>>
  /** Lets a draft go; it stays among the discarded for thirty days. */
  discardDraft(id: string): Promise<Outcome<readonly Draft[]>>
  /** Asks for the engine's port; it is posted to the page when the workbook is open. */
  connect(): Promise<void>
  onEngineStatus(listener: (status: EngineStatus) => void): () => void
  onMenuCommand(listener: (command: MenuCommand) => void): () => void
}
