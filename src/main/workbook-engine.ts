import type { EngineEnd, EngineStatus } from '../contract/bridge.ts'
import { WorkbenchError, toFailure } from '../contract/failure.ts'
import type { Access, HostMethods, Params, Result } from '../contract/methods.ts'
import type { FileState } from '../contract/plan-view.ts'
import { type EngineChannel, EngineHost, type PagePort } from './engine-host.ts'

/** Where a workbook comes from. */
export type Source =
  | { readonly kind: 'new'; readonly title: string; readonly year: number }
  | { readonly kind: 'sample' }
  | { readonly kind: 'file'; readonly path: string; readonly access?: Access }
  | { readonly kind: 'draft'; readonly id: string }
  | { readonly kind: 'version'; readonly path: string; readonly version: string }
  | { readonly kind: 'salvage'; readonly path: string }

/** What a window hears of its workbook without asking. */
export interface WorkbookListeners {
  onFileState(state: FileState): void
  /** On `restarted` the page needs a fresh port. */
  onStatus(status: EngineStatus): void
  /** For the log: an engine ended though nobody ended it. */
  onCrash(code: number | null): void
}

const MOST_RESTARTS = 3
const RESTARTS_COUNT_FOR_MS = 60_000
const PATIENCE_MS = 3_000

/** One open workbook: its engine, started anew from the working copy whenever it ends by itself. */
export class WorkbookEngine {
  /** Where the workbook stands; null until one is open. */
  state: FileState | null = null
  private source: Source['kind'] | null = null
  private workFolder: string | null = null
  private restarts: readonly number[] = []
  private isClosing = false
  private host: EngineHost

  constructor(
    private readonly start: () => EngineChannel,
    private readonly listeners: WorkbookListeners,
    private readonly now: () => number = Date.now,
  ) {
    this.host = this.startHost()
  }

  /** The running engine's process. */
  get pid(): number | undefined {
    return this.host.pid
  }

  /** Whether the workbook is empty as it was created, so that another may take its place. */
  get isUntouched(): boolean {
    const { state } = this
    return this.source === 'new' && !!state?.isSaved && !state.path && !state.undo && !state.redo
  }

  /** Opens a workbook in place of the one before, which stays where this one cannot be opened. */
  async open(source: Source): Promise<FileState> {
    // An engine that was given up on may serve again for another workbook.
    if (this.host.isOver) this.host = this.startHost()
    const state = await this.ask(source)
    this.source = source.kind
    const opened = this.remember(state)
    // Asked for after what the window waits for, and before the page has loaded.
    this.host.prepareView()
    return opened
  }

  /** Publishes to the path given, or to the workbook's own. */
  async save(path: string | null): Promise<FileState> {
    this.state = await this.host.call('workbook.save', { path })
    return this.state
  }

  /** Asks the engine that is running now. @throws the engine's error, or `engine-stopped` */
  call<M extends keyof HostMethods>(method: M, params: Params<M>): Promise<Result<M>> {
    return this.host.call(method, params)
  }

  /** Connects a page to the engine that is running now. */
  connectWindow(port: PagePort): void {
    this.host.connectWindow(port)
  }

  /** Ends the session, which keeps a draft of what was not saved, and then the engine. */
  async close(): Promise<void> {
    this.isClosing = true
    await waitBriefly(this.host.call('workbook.close', {}))
    this.host.kill()
  }

  /** Resolves when everything asked before is done, so that `state` tells of it. */
  async catchUp(): Promise<void> {
    // Requests are answered in order, and what one changed is announced before it is answered.
    await waitBriefly(this.host.call('workbook.workFolder', {}))
  }

  private ask(source: Source): Promise<FileState> {
    const { host } = this
    switch (source.kind) {
      case 'new':
        return host.call('workbook.create', {
          title: source.title,
          from: source.year,
          to: source.year + 2,
        })
      case 'sample':
        return host.call('workbook.sample', {})
      case 'file':
        return host.call('workbook.open', { path: source.path, access: source.access })
      case 'draft':
        return host.call('draft.open', { id: source.id })
      case 'version':
        return host.call('workbook.openVersion', { path: source.path, version: source.version })
      case 'salvage':
        return host.call('workbook.salvage', { path: source.path })
    }
  }

  private async remember(state: FileState): Promise<FileState> {
    this.state = state
    this.workFolder = (await this.host.call('workbook.workFolder', {})).workFolder
    return state
  }

  private startHost(): EngineHost {
    let isHung = false
    const host = new EngineHost(this.start(), {
      onFileState: (state) => {
        this.state = state
        this.listeners.onFileState(state)
      },
      onHang: () => {
        isHung = true
      },
      onExit: (code) => {
        if (this.isClosing) return
        this.listeners.onCrash(code)
        void this.restart({ isHung })
      },
    })
    return host
  }

  private async restart(end: EngineEnd): Promise<void> {
    this.listeners.onStatus({ status: 'stopped', ...end })
    const since = this.now() - RESTARTS_COUNT_FOR_MS
    this.restarts = [...this.restarts.filter((at) => at > since), this.now()]
    if (this.restarts.length > MOST_RESTARTS) return this.giveUp()
    let host = this.host
    try {
      host = this.startHost()
      this.host = host
      // Nothing was open yet, so there is nothing to take up.
      if (this.workFolder === null) return this.listeners.onStatus({ status: 'ready' })
      await this.remember(await host.call('workbook.resume', { workFolder: this.workFolder }))
      this.listeners.onStatus({ status: 'restarted', ...end })
    } catch (error) {
      // Where this one ended too, its own exit has started the next.
      if (host === this.host && !isStopped(error)) this.giveUp(error)
    }
  }

  private giveUp(error: unknown = new WorkbenchError('engine-stopped')): void {
    this.listeners.onStatus({ status: 'failed', failure: toFailure(error) })
  }
}

/** An engine that hangs must not keep a window open. */
async function waitBriefly(work: Promise<unknown>): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.race([work.catch(() => undefined), patience])
}

function isStopped(error: unknown): boolean {
  return error instanceof WorkbenchError && error.code === 'engine-stopped'
}
