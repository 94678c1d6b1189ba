import type { EngineMessage, Envelope, Request } from '../contract/events.ts'
import { toFailure } from '../contract/failure.ts'
import { packParcel } from '../contract/parcel.ts'
import { dispatch } from './dispatch.ts'
import type { Caller } from './handlers/handler.ts'
import { sendByPipe } from './host-pipe.ts'
import { Workbench } from './workbench.ts'

/** Electron gives a utility process this port; a plain Node process talks over its own channel. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort

function send(from: Caller, body: EngineMessage): void {
  const envelope: Envelope<EngineMessage> = { from, body }
  if (parentPort) parentPort.postMessage(envelope)
  else sendByPipe(envelope, () => workbench.session.file.folder)
}

const workbench = new Workbench((event, payload) => {
  send('window', { event, payload })
  // Main hears of nothing else; a copy of every change would only delay the next.
  if (event === 'file.changed') send('host', { event, payload })
})

async function answer(
  { from, body: { id, method, params } }: Envelope<Request>,
  signal: AbortSignal,
): Promise<void> {
  const report = (share: number) =>
    send('window', {
      event: 'work.progress',
      payload: { id: from === 'window' ? id : null, share },
    })
  try {
    const result = await dispatch(workbench, from, method, params, { signal, report })
    const parcel = packParcel(result)
    send(from, parcel ? { id, parcel } : { id, result })
  } catch (error) {
    const failure = toFailure(error)
    if (failure.code === 'crash') console.error(error)
    send(from, { id, failure })
  } finally {
    workbench.works.end(from, id)
  }
}

let last = Promise.resolve()

/** Requests run one at a time, in the order they came; a wish to stop one does not wait for it. */
function receive(envelope: Envelope<Request>): void {
  const { from, body } = envelope
  const signal = workbench.works.begin(from, body.id)
  if (body.method === 'work.cancel') void answer(envelope, signal)
  else last = last.then(() => answer(envelope, signal))
}

if (parentPort) parentPort.on('message', ({ data }) => receive(data as Envelope<Request>))
else {
  process.on('message', (message) => receive(message as Envelope<Request>))
  // Main is gone: what is acknowledged is on disk, so there is nothing left to do.
  process.on('disconnect', () => process.exit(0))
}
