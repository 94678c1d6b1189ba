import type { Envelope, Request } from '../contract/events.ts'

type Caller = Envelope<Request>['from']

/** The requests that are waited for, so that one can be told to stop while it waits its turn or is under way. */
export class OpenWorks {
  private readonly open = new Map<string, AbortController>()

  /** Takes in a request as it arrives, and gives the signal that tells it to stop. */
  begin(from: Caller, id: number): AbortSignal {
    const controller = new AbortController()
    this.open.set(`${from} ${id}`, controller)
    return controller.signal
  }

  /** A request has been answered. */
  end(from: Caller, id: number): void {
    this.open.delete(`${from} ${id}`)
  }

  /** Tells a window's request to stop; null stops whatever main asked for. One that is over stays over. */
  cancel(id: number | null): void {
    for (const [key, controller] of this.open)
      if (id === null ? key.startsWith('host ') : key === `window ${id}`) controller.abort()
  }
}
