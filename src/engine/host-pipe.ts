import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineMessage, Envelope } from '../contract/events.ts'
import { toFailure } from '../contract/failure.ts'

let lastFile = 0

/**
 * Sends a message to main from a plain Node process. A pipe takes several times as long for a nation's columns as all the
 * rest of opening it: they go by a file in the folder of the working copy, which main takes away.
 */
export function sendByPipe(envelope: Envelope<EngineMessage>, folder: () => string): void {
  process.send?.({ ...envelope, body: leaveBytes(envelope.body, folder) })
}

function leaveBytes(body: EngineMessage, folder: () => string): unknown {
  if (!('parcel' in body)) return body
  try {
    lastFile += 1
    const file = join(folder(), `answer-${lastFile}.bytes`)
    writeFileSync(file, body.parcel.bytes, { mode: 0o600 })
    return { ...body, parcel: { ...body.parcel, bytes: file } }
  } catch (error) {
    // No room on the disk for it: slower, but as good.
    console.error(toFailure(error))
    return body
  }
}
