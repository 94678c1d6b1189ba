import type { EngineMessage, Reply, Request } from '../contract/events.ts'

/** No page uses this number, they count from 1. */
const EARLY_ID = 0

type Stage = 'none' | 'asked' | 'there'

/** A view of the plan that main asks for before a page can, kept until the first page asks or something moves. */
export class EarlyView {
  private stage: Stage = 'none'
  private reply: Reply | null = null
  /** The page's own request, where it asked before the view was there. */
  private claimedBy: number | null = null

  /** The request to send. */
  ask(): Request {
    this.forget()
    this.stage = 'asked'
    return { id: EARLY_ID, method: 'plan.view', params: {} }
  }

  /** Whether a request of the page is answered by the early view, now or when it comes. */
  claim(request: Request): boolean {
    if (request?.method !== 'plan.view' || typeof request.id !== 'number') return false
    if (this.stage === 'none' || this.claimedBy !== null) return false
    this.claimedBy = request.id
    return true
  }

  /** Forgets who claimed it, as when another page takes the place of one. */
  release(): void {
    this.claimedBy = null
  }

  /** The answer to the request that claimed the view, once it is there; it is given out once. */
  take(): Reply | null {
    const { reply, claimedBy } = this
    if (!reply || claimedBy === null) return null
    this.forget()
    return { ...reply, id: claimedBy }
  }

  /** Takes note of what the engine sends to the page, and gives what the page is to hear of it. */
  hear(message: EngineMessage): EngineMessage | null {
    if ('event' in message) {
      // What was made before something moved is of no use; what is still to be made will hold it.
      if (this.stage === 'there' && message.event !== 'work.progress') this.forget()
      return message
    }
    if (message.id !== EARLY_ID) return message
    if (this.stage !== 'asked') return null
    this.stage = 'there'
    this.reply = message
    return this.take()
  }

  private forget(): void {
    this.stage = 'none'
    this.reply = null
    this.claimedBy = null
  }
}
