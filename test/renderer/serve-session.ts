import { MessageChannel as NodeChannel } from 'node:worker_threads'
import type { Reply, Request } from '../../src/contract/events.ts'
import { toFailure } from '../../src/contract/failure.ts'
import type { Params } from '../../src/contract/methods.ts'
import { enterAllocation } from '../../src/engine/enter-allocation.ts'
import type { WorkbookSession } from '../../src/engine/session.ts'
import { tellStand, viewSession, viewSessionFlags } from '../../src/engine/view-session.ts'

/** One engine's end of a port that a page's end can be attached to. */
export interface ServedPort {
  readonly page: MessagePort
  /** Sends an event to the page. */
  announce(event: string, payload: unknown): void
  /** Runs once, after the next answer is made and before it is sent. */
  beforeReply: (() => void) | null
  /** The same for the next answer of one method. */
  beforeReplyTo(method: string, interrupt: () => void): void
  /** The methods answered so far. */
  readonly answered: string[]
  /** Ends the engine as a crash does: nothing is answered any more. */
  stop(): void
}

/** Answers a window's requests from a real session over a real port. */
export function serveSession(session: () => WorkbookSession): ServedPort {
  const { port1, port2 } = new NodeChannel()
  const interrupts = new Map<string, () => void>()
  const served: ServedPort = {
    page: port2 as unknown as MessagePort,
    announce: (event, payload) => port1.postMessage({ event, payload }),
    beforeReply: null,
    beforeReplyTo: (method, interrupt) => interrupts.set(method, interrupt),
    answered: [],
    stop: () => port1.close(),
  }
  port1.on('message', (request: Request) => {
    const reply = replyTo(session(), request)
    served.answered.push(request.method)
    const interrupt = served.beforeReply
    served.beforeReply = null
    interrupt?.()
    interrupts.get(request.method)?.()
    interrupts.delete(request.method)
    port1.postMessage(reply)
  })
  return served
}

function replyTo(session: WorkbookSession, request: Request): Reply {
  try {
    return { id: request.id, result: answer(session, request) }
  } catch (error) {
    return { id: request.id, failure: toFailure(error) }
  }
}

function answer(session: WorkbookSession, { method, params }: Request): unknown {
  switch (method) {
    case 'plan.stand':
      return tellStand(session)
    case 'plan.view':
      return viewSession(session)
    case 'plan.flags':
      return viewSessionFlags(session)
    case 'plan.enterAmount': {
      const { project, line, year, text, unit, language } = params as Params<'plan.enterAmount'>
      return enterAllocation(session, { project, line, year }, text, unit, language)
    }
    case 'plan.undo':
      return { revision: session.undo() }
    default:
      throw new Error(`not served: ${method}`)
  }
}
