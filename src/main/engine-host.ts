import type { Announcement, EngineMessage, Envelope, Reply, Request } from '../contract/events.ts'
import { WorkbenchError, fromFailure } from '../contract/failure.ts'
import type { HostMethods, Params, Result } from '../contract/methods.ts'
import { openParcel } from '../contract/parcel.ts'
import type { FileState } from '../contract/plan-view.ts'
import { EarlyView } from './early-view.ts'
import { Watchdog } from './watchdog.ts'

/** A running engine process, however it was started. */
export interface EngineChannel {
  readonly pid: number | undefined
  send(message: Envelope<Request>): void
  onMessage(listener: (message: Envelope<EngineMessage>) => void): void
  onExit(listener: (code: number | null) => void): void
  kill(): void
}

/** Main's end of a port to a page; the shape of Electron's `MessagePortMain`. */
export interface PagePort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown
  start(): void
  close(): void
}

/** What main hears of an engine without asking. */
export interface EngineListeners {
  onFileState(state: FileState): void
  onExit(code: number | null): void
  /** The engine no longer answers and is about to be killed. */
  onHang(): void
}

interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/** Speaks with one engine for main, and carries a window's messages to and fro. */
export class EngineHost {
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0
  private page: PagePort | null = null
  private readonly early = new EarlyView()
  private hasEnded = false
  private readonly watchdog: Watchdog

  constructor(
    private readonly channel: EngineChannel,
    private readonly listeners: EngineListeners,
  ) {
    this.watchdog = new Watchdog(
      () => void this.call('engine.ping', {}).catch(() => undefined),
      () => {
        listeners.onHang()
        this.kill()
      },
    )
    channel.onMessage((message) => this.receive(message))
    channel.onExit((code) => this.end(code))
  }

  get pid(): number | undefined {
    return this.channel.pid
  }

  /** Whether the process has ended. */
  get isOver(): boolean {
    return this.hasEnded
  }

  /** Asks the engine something only main may ask. @throws the engine's error, or `engine-stopped` */
  call<M extends keyof HostMethods>(method: M, params: Params<M>): Promise<Result<M>> {
    if (this.hasEnded) return Promise.reject(new WorkbenchError('engine-stopped'))
    this.lastId += 1
    const id = this.lastId
    return new Promise<Result<M>>((resolve, reject) => {
      this.waiting.set(id, { resolve: (result) => resolve(result as Result<M>), reject })
      this.watchdog.ask(`host ${id}`, method)
      this.channel.send({ from: 'host', body: { id, method, params } })
    })
  }

  /** Connects a page, whose messages pass as they are; the page before is let go. */
  connectWindow(port: PagePort): void {
    this.page?.close()
    this.page = port
    this.early.release()
    port.on('message', ({ data }) => {
      if (!this.hasEnded) this.receiveRequest(data as Request)
    })
    port.start()
  }

  /** Has the plan's view made while the page still loads; the first page that asks for one gets it. */
  prepareView(): void {
    if (!this.hasEnded) this.pass(this.early.ask())
  }

  /** Ends the process at once. */
  kill(): void {
    this.channel.kill()
  }

  private receiveRequest(request: Request): void {
    if (!this.early.claim(request)) return this.pass(request)
    const reply = this.early.take()
    if (reply) this.page?.postMessage(reply)
  }

  /** A page may send anything: the engine refuses what is no request, and answers all the same. */
  private pass(body: Request): void {
    if (typeof body?.id === 'number') this.watchdog.ask(`window ${body.id}`, String(body.method))
    this.channel.send({ from: 'window', body })
  }

  private receive({ from, body }: Envelope<EngineMessage>): void {
    this.watchdog.hear('id' in body ? `${from} ${body.id}` : undefined)
    if (from === 'window') this.tellPage(body)
    else if ('event' in body) this.hear(body)
    else this.settle(body)
  }

  private tellPage(body: EngineMessage): void {
    const message = this.early.hear(body)
    if (message) this.page?.postMessage(message)
  }

  private hear({ event, payload }: Announcement): void {
    if (event === 'file.changed') this.listeners.onFileState(payload as FileState)
  }

  private settle(reply: Reply): void {
    const waiting = this.waiting.get(reply.id)
    this.waiting.delete(reply.id)
    if ('failure' in reply) waiting?.reject(fromFailure(reply.failure))
    else waiting?.resolve('parcel' in reply ? openParcel(reply.parcel) : reply.result)
  }

  private end(code: number | null): void {
    if (this.hasEnded) return
    this.hasEnded = true
    this.watchdog.stop()
    this.page?.close()
    for (const { reject } of this.waiting.values()) reject(new WorkbenchError('engine-stopped'))
    this.waiting.clear()
    this.listeners.onExit(code)
  }
}
