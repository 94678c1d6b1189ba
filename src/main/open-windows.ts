import { basename } from 'node:path'
import type { BrowserWindow, WebContents } from 'electron'
import type { Outcome } from '../contract/bridge.ts'
import { type ErrorCode, WorkbenchError } from '../contract/failure.ts'
import type { Access } from '../contract/methods.ts'
import type { FileState } from '../contract/plan-view.ts'
import { askConflict, askReplaceTheirs, askRescue } from './conflict-dialogs.ts'
import { askWhereToSave } from './dialogs.ts'
import { isSameFile } from './is-same-file.ts'
import { type NativeWording, nativeWording } from './native-wording.ts'
import type { Memory } from './preferences.ts'
import type { Source } from './workbook-engine.ts'
import { type WindowOwner, WorkbookWindow } from './workbook-window.ts'

/** Every open window; each holds one workbook, and a file is open in at most one. */
export class OpenWindows implements WindowOwner {
  private readonly windows = new Set<WorkbookWindow>()

  constructor(
    readonly memory: Memory,
    private readonly makeWindow: () => BrowserWindow,
  ) {}

  /** The window a page belongs to. */
  find(contents: WebContents): WorkbookWindow | undefined {
    return [...this.windows].find(({ window }) => window.webContents === contents)
  }

  /** The window in front, or the one opened last. */
  get front(): WorkbookWindow | undefined {
    const all = [...this.windows]
    return all.find(({ window }) => window.isFocused()) ?? all.at(-1)
  }

  /** The sentences of the language chosen. */
  words(): NativeWording {
    return nativeWording(this.memory.preferences.language)
  }

  /** Shows a window at once and opens the workbook meanwhile; an empty one where it cannot be opened. */
  async start(source: Source): Promise<WorkbookWindow> {
    const made = this.begin(source)
    await this.show(made)
    return made
  }

  /** Opens a workbook for a window that `show` will show. */
  begin(source: Source): WorkbookWindow {
    const made = new WorkbookWindow(this)
    made.begin(source, this.empty())
    if (source.kind === 'file') {
      made.whenAsked.then(() => this.rememberFile(made.engine.state)).catch(() => undefined)
    }
    return made
  }

  /** Shows a window whose workbook is being opened. */
  async show(made: WorkbookWindow): Promise<void> {
    const frame = this.makeWindow()
    const shown = made.show(frame)
    this.windows.add(made)
    await shown
  }

  /** Opens a workbook in the window that asked when that holds nothing yet, else in one of its own. */
  async open(source: Source, asker: WorkbookWindow): Promise<Outcome<FileState>> {
    const holder = source.kind === 'file' ? this.holderOf(source.path) : undefined
    if (holder) return bringForward(holder)
    if (asker.engine.isUntouched) {
      const state = await asker.replace(source)
      this.rememberFile(state)
      return { status: 'done', value: state }
    }
    await this.openOwnWindow(source)
    // In the window that asked nothing has changed.
    return { status: 'cancelled' }
  }

  /** Opens a file, or what the person chooses in its place where it is damaged. */
  async openOrRescue(path: string, asker: WorkbookWindow): Promise<Outcome<FileState>> {
    try {
      return await this.open({ kind: 'file', path }, asker)
    } catch (error) {
      if (!isDamage(error)) throw error
      const source = await this.chooseRescue(path, asker)
      if (source === null) throw error
      return this.open(source, asker)
    }
  }

  /** Opens a window's own file anew in it; null where it has none. */
  async reopen(window: WorkbookWindow, access: Access): Promise<FileState | null> {
    const path = window.engine.state?.path
    return path == null ? null : window.replace({ kind: 'file', path, access })
  }

  /** Opens a window's own file, as it stands on disk now, to view beside it. */
  async viewFile(window: WorkbookWindow): Promise<Outcome<FileState>> {
    const path = window.engine.state?.path
    if (path == null) return { status: 'cancelled' }
    await this.openOwnWindow({ kind: 'file', path, access: 'view' })
    return { status: 'cancelled' }
  }

  /** Saves to the workbook's own file, or to the one the person chooses; null when they cancel. */
  async save(window: WorkbookWindow): Promise<FileState | null> {
    if (window.engine.state?.path == null) return this.saveAs(window)
    try {
      const state = await window.save(null)
      this.rememberFile(state)
      return state
    } catch (error) {
      if (!isConflict(error)) throw error
      return this.settleConflict(window)
    }
  }

  /** Saves to a file the person chooses; null when they cancel. */
  async saveAs(window: WorkbookWindow, isContested = false): Promise<FileState | null> {
    const { state: current } = window.engine
    const name = current?.name || this.words().newTitle
    const path = await askWhereToSave(window.window, this.words(), name)
    if (path === null) return null
    const isTheirs =
      (isContested || current?.outside === 'changed') && isSameFile(path, current?.path ?? null)
    if (isTheirs && !(await askReplaceTheirs(window.window, this.words(), path))) return null
    const state = await window.save(path)
    this.rememberFile(state)
    return state
  }

  onClosed(window: WorkbookWindow): void {
    this.windows.delete(window)
  }

  /** A workbook with nothing in it but this year and the two after. */
  empty(): Source {
    return { kind: 'new', title: this.words().newTitle, year: new Date().getFullYear() }
  }

  private async settleConflict(window: WorkbookWindow): Promise<FileState | null> {
    const name = window.engine.state?.name ?? ''
    const choice = await askConflict(window.window, this.words(), name)
    if (choice === 'save-as') return this.saveAs(window, true)
    if (choice === 'compare') window.command('compare')
    return null
  }

  private async chooseRescue(path: string, asker: WorkbookWindow): Promise<Source | null> {
    const [version] = await asker.engine.call('version.list', { path })
    const choice = await askRescue(asker.window, this.words(), basename(path), version)
    if (choice === 'salvage') return { kind: 'salvage', path }
    return choice === 'version' && version ? { kind: 'version', path, version: version.id } : null
  }

  private async openOwnWindow(source: Source): Promise<void> {
    const made = new WorkbookWindow(this)
    try {
      this.rememberFile(await made.engine.open(source))
    } catch (error) {
      await made.engine.close()
      throw error
    }
    await this.show(made)
  }

  private holderOf(path: string): WorkbookWindow | undefined {
    return [...this.windows].find(({ engine }) => isSameFile(path, engine.state?.path ?? null))
  }

  private rememberFile(state: FileState | null): void {
    if (state?.path) this.memory.addRecent({ path: state.path, name: basename(state.path) })
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof WorkbenchError)) return false
  return error.code === 'workbook-changed-outside' || error.code === 'workbook-locked'
}

const DAMAGE: ReadonlySet<ErrorCode> = new Set([
  'workbook-altered',
  'workbook-no-trailer',
  'workbook-damaged',
  'workbook-table-damaged',
  'history-altered',
])

function isDamage(error: unknown): boolean {
  return error instanceof WorkbenchError && DAMAGE.has(error.code)
}

function bringForward({ window }: WorkbookWindow): Outcome<FileState> {
  if (window.isMinimized()) window.restore()
  window.focus()
  return { status: 'cancelled' }
}
