import { type BrowserWindow, MessageChannelMain } from 'electron'
import type { EngineStatus, MenuCommand } from '../contract/bridge.ts'
import { CHANNELS, ENGINE_PORT, TAKE_ENTRY } from '../contract/channels.ts'
import { type Failure, fromFailure, toFailure } from '../contract/failure.ts'
import type { FileState } from '../contract/plan-view.ts'
import { PAGE_URL } from './app-protocol.ts'
import { askUnsaved, tellNotSaved } from './dialogs.ts'
import { startEngine } from './engine-process.ts'
import { logEvent } from './log.ts'
import type { NativeWording } from './native-wording.ts'
import { type Source, WorkbookEngine } from './workbook-engine.ts'

const PATIENCE_MS = 3_000

/** What a window leaves to its owner. */
export interface WindowOwner {
  words(): NativeWording
  /** Asks for a path where the workbook has none; null when the person cancels. */
  save(window: WorkbookWindow): Promise<FileState | null>
  onClosed(window: WorkbookWindow): void
}

/** One window and the one workbook in it. */
export class WorkbookWindow {
  readonly engine: WorkbookEngine
  private frame: BrowserWindow | null = null
  private opening: Promise<unknown> = Promise.resolve()
  private startFailure: Failure | null = null
  private isAsking = false

  constructor(private readonly owner: WindowOwner) {
    this.engine = new WorkbookEngine(startEngine, {
      onFileState: (state) => this.showName(state),
      onStatus: (status) => this.passOn(status),
      onCrash: (code) => logEvent('engine ended', { code }),
    })
  }

  /** The native window. @throws before `show` */
  get window(): BrowserWindow {
    if (!this.frame) throw new Error('the window is not shown yet')
    return this.frame
  }

  /** Resolves when the workbook asked for at the start is open; rejects when it could not be. */
  get whenAsked(): Promise<void> {
    return this.opening.then(() => {
      if (this.startFailure) throw fromFailure(this.startFailure)
    })
  }

  /** Opens a workbook while the window is being shown; where it cannot be opened, `other` takes its place. */
  begin(source: Source, other: Source): void {
    this.opening = this.engine.open(source).catch((error: unknown) => {
      this.startFailure = toFailure(error)
      return this.engine.open(other)
    })
    // Whoever connects hears of it.
    this.opening.catch(() => undefined)
  }

  /** Shows the page in a native window. */
  async show(frame: BrowserWindow): Promise<void> {
    this.frame = frame
    frame.on('close', (event) => {
      event.preventDefault()
      void this.close()
    })
    frame.webContents.on('render-process-gone', (_, { exitCode, reason }) => {
      logEvent(`page gone: ${reason}`, { exitCode })
      if (reason !== 'clean-exit' && !frame.isDestroyed()) frame.webContents.reload()
    })
    if (this.engine.state) this.showName(this.engine.state)
    await frame.loadURL(PAGE_URL)
  }

  /** Hands the page a port to the engine that is running now. */
  async connect(): Promise<void> {
    await this.opening
    if (this.engine.state) this.showName(this.engine.state)
    const failure = this.startFailure
    // The port comes after it: a page lets go of its port when it hears of a failure.
    if (failure) this.send(CHANNELS.engineStatus, { status: 'failed', failure })
    this.postPort()
  }

  /** Opens a workbook in place of the untouched one; the page loads it over a fresh port. */
  async replace(source: Source): Promise<FileState> {
    const state = await this.engine.open(source)
    this.showName(state)
    this.passOn({ status: 'ready' })
    return state
  }

  /** Publishes the workbook to the path given, or to its own. */
  async save(path: string | null): Promise<FileState> {
    const state = await this.engine.save(path)
    this.showName(state)
    return state
  }

  /** Has the page carry out a command of the native menu. */
  command(command: MenuCommand): void {
    this.send(CHANNELS.menuCommand, command)
  }

  /** Closes the window unless the person wants to keep it for its unsaved changes. */
  async close(): Promise<boolean> {
    if (this.isAsking) return false
    this.isAsking = true
    const mayClose = await this.askToClose().finally(() => {
      this.isAsking = false
    })
    if (mayClose) await this.end()
    return mayClose
  }

  /** Ends engine and window without a question; what was not saved is kept as a draft. */
  async end(): Promise<void> {
    this.owner.onClosed(this)
    this.frame?.hide()
    await this.engine.close()
    this.frame?.destroy()
  }

  private async askToClose(): Promise<boolean> {
    if (!(await this.takeEntry())) return false
    await this.engine.catchUp()
    const { state } = this.engine
    if (!state || state.isSaved) return true
    const choice = await askUnsaved(this.window, this.owner.words(), state.name)
    if (choice !== 'save') return choice === 'discard'
    try {
      return (await this.owner.save(this)) !== null
    } catch {
      await tellNotSaved(this.window, this.owner.words(), state.name)
      return false
    }
  }

  /** Has the page enter what is being typed; false where that is refused and has to be corrected first. */
  private async takeEntry(): Promise<boolean> {
    const script = `new Promise((done) => {
      const event = new CustomEvent('${TAKE_ENTRY}', { cancelable: true, detail: done })
      if (window.dispatchEvent(event)) done(true)
    })`
    // A page that hangs must not keep its window open.
    const patience = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, true))
    const taken = this.window.webContents.executeJavaScript(script) as Promise<boolean>
    return Promise.race([taken.catch(() => true), patience])
  }

  private passOn(status: EngineStatus): void {
    if (status.status === 'ready' || status.status === 'restarted') this.postPort()
    this.send(CHANNELS.engineStatus, status)
  }

  private postPort(): void {
    if (!this.frame || this.frame.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    this.engine.connectWindow(port1)
    this.frame.webContents.postMessage(ENGINE_PORT, null, [port2])
  }

  private send(channel: string, value: unknown): void {
    if (this.frame && !this.frame.isDestroyed()) this.frame.webContents.send(channel, value)
  }

  private showName({ name, path, isSaved }: FileState): void {
    if (!this.frame || this.frame.isDestroyed()) return
    const title = name === '' ? 'Lồng Ghép' : `${name} — Lồng Ghép`
    this.frame.setTitle(isSaved ? title : `• ${title}`)
    this.frame.setDocumentEdited(!isSaved)
    this.frame.setRepresentedFilename(path ?? '')
  }
}
