import type {
  Announcement,
  EngineEventName,
  EngineEvents,
  EngineMessage,
  Request,
} from '../../contract/events.ts'
import { fromFailure } from '../../contract/failure.ts'
import type { Params, Result, WindowMethods } from '../../contract/methods.ts'
import { openParcel } from '../../contract/parcel.ts'
import { WorkbenchError } from '../../core/error.ts'

/** The methods a window may call. */
export type WindowMethodName = keyof WindowMethods

/** How a caller follows a request that takes long, and stops it. */
export interface CallWatch {
  readonly signal?: AbortSignal
  readonly onProgress?: (share: number) => void
}

interface PendingCall {
  readonly onProgress?: ((share: number) => void) | undefined
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

type Listener = (payload: never) => void

/** Speaks with the engine over the port last handed to the page; a fresh port replaces a dead one. */
export class EngineClient {
  private port: MessagePort | null = null
  private lastId = 0
  private readonly pending = new Map<number, PendingCall>()
  private readonly listeners = new Map<EngineEventName, Set<Listener>>()
  private readonly attachListeners = new Set<() => void>()

  /** Whether there is a port to speak over. */
  get isAttached(): boolean {
    return this.port !== null
  }

  /** Takes up a port; calls still open on the old one fail with `engine-stopped`. */
  attach(port: MessagePort): void {
    this.detach()
    this.port = port
    port.onmessage = ({ data }: MessageEvent<EngineMessage>) => {
      if (port === this.port) this.receive(data)
    }
    port.start()
    for (const listener of this.attachListeners) listener()
  }

  /** Lets go of the port, as when the engine has stopped. */
  detach(): void {
    this.port?.close()
    this.port = null
    const open = [...this.pending.values()]
    this.pending.clear()
    for (const { reject } of open) reject(new WorkbenchError('engine-stopped'))
  }

  /** Asks the engine. @throws `WorkbenchError` with the engine's code, or `engine-stopped` */
  call<M extends WindowMethodName>(
    method: M,
    params: Params<M>,
    { signal, onProgress }: CallWatch = {},
  ): Promise<Result<M>> {
    const { port } = this
    if (!port) return Promise.reject(new WorkbenchError('engine-stopped'))
    this.lastId += 1
    const request: Request = { id: this.lastId, method, params }
    signal?.addEventListener('abort', () => this.cancel(request.id), { once: true })
    return new Promise((resolve, reject) => {
      this.pending.set(request.id, { resolve, reject, onProgress })
      port.postMessage(request)
    })
  }

  /** Hears an event of the engine until the returned function is called. */
  subscribe<E extends EngineEventName>(
    event: E,
    listener: (payload: EngineEvents[E]) => void,
  ): () => void {
    const set = this.listeners.get(event) ?? new Set<Listener>()
    this.listeners.set(event, set.add(listener))
    return () => set.delete(listener)
  }

  /** Hears of every fresh port until the returned function is called. */
  onAttach(listener: () => void): () => void {
    this.attachListeners.add(listener)
    return () => this.attachListeners.delete(listener)
  }

  /** Waits for a port where there is none. @throws `engine-stopped` where none comes within the patience of a restart */
  nextAttach(patienceMs = 10_000): Promise<void> {
    if (this.isAttached) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const stop = this.onAttach(() => {
        clearTimeout(timer)
        stop()
        resolve()
      })
      const timer = setTimeout(() => {
        stop()
        reject(new WorkbenchError('engine-stopped'))
      }, patienceMs)
    })
  }

  private cancel(id: number): void {
    if (this.pending.has(id)) this.call('work.cancel', { id }).catch(() => undefined)
  }

  private receive(message: EngineMessage): void {
    if ('event' in message) return this.announce(message)
    const call = this.pending.get(message.id)
    if (!call) return
    this.pending.delete(message.id)
    if ('failure' in message) call.reject(fromFailure(message.failure))
    else if ('parcel' in message) call.resolve(openParcel(message.parcel) as never)
    else call.resolve(message.result as never)
  }

  private announce({ event, payload }: Announcement): void {
    if (event === 'work.progress') {
      const { id, share } = payload as EngineEvents['work.progress']
      if (id !== null) this.pending.get(id)?.onProgress?.(share)
    }
    for (const listener of this.listeners.get(event) ?? []) listener(payload as never)
  }
}
