import type { Bridge } from './bridge.ts'

/** Where every page comes from. */
export const PAGE_ORIGIN = 'app://bundle'

/** The window message and channel that bring an engine's port to the page. */
export const ENGINE_PORT = 'longghep:engine-port'

/**
 * Main dispatches this in a page whose window is to close; its `detail` is called with the promise of
 * whether the text being typed was taken; where it is refused the window has to stay. A page that has none leaves the event alone.
 */
export const TAKE_ENTRY = 'longghep:take-entry'

/** The process argument that carries a new window's preferences, encoded as a URI component. */
export const PREFERENCES_ARGUMENT = '--longghep-preferences='

/** One channel between preload and main per function of the bridge, and the two main speaks on. */
export const CHANNELS = {
  savePreferences: 'longghep:save-preferences',
  newWorkbook: 'longghep:new-workbook',
  openWorkbook: 'longghep:open-workbook',
  openRecent: 'longghep:open-recent',
  openSample: 'longghep:open-sample',
  save: 'longghep:save',
  saveAs: 'longghep:save-as',
  chooseTables: 'longghep:choose-tables',
  exportTable: 'longghep:export-table',
  recentFiles: 'longghep:recent-files',
  reopen: 'longghep:reopen',
  viewFile: 'longghep:view-file',
  drafts: 'longghep:drafts',
  openDraft: 'longghep:open-draft',
  discardDraft: 'longghep:discard-draft',
  connect: 'longghep:connect',
  engineStatus: 'longghep:engine-status',
  menuCommand: 'longghep:menu-command',
} as const satisfies Record<string, `longghep:${string}`>

/** The functions of the bridge that ask main something. */
export type BridgeCall = Exclude<keyof Bridge, 'preferences' | 'onEngineStatus' | 'onMenuCommand'>
