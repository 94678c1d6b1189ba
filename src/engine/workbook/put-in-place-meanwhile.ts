import { MessageChannel, type MessagePort, Worker, receiveMessageOnPort } from 'node:worker_threads'
import { type Failure, fromFailure } from '../../contract/failure.ts'
import { findBuiltEntry } from './built-entry.ts'
import type { FileOrder } from './put-in-place.ts'

/** What the other thread is given; `verdict` and `outcome` are one number each, woken when it changes. */
export interface MeanwhileOrder {
  readonly order: FileOrder
  /** In shared memory, with room for the trailer. */
  readonly bytes: Uint8Array
  readonly verdict: Int32Array
  readonly outcome: Int32Array
  readonly port: MessagePort
}

/** How the proof in the first thread came out. */
export const VERDICT = { pending: 0, proven: 1, refuted: 2 } as const

/** How the other thread ends. */
export type MeanwhileOutcome = { readonly hash: string } | { readonly failure: Failure }

/** As `putInPlace`, with another thread at the file while this one proves the bytes; the file waits for the proof. */
export function putInPlaceMeanwhile(
  order: FileOrder,
  bytes: Uint8Array,
  prove: () => void,
): string {
  const [verdict, outcome] = [flag(), flag()]
  const { port1: ours, port2: port } = new MessageChannel()
  const workerData: MeanwhileOrder = { order, bytes, verdict, outcome, port }
  const worker = new Worker(findBuiltEntry('put-in-place.js'), { workerData, transferList: [port] })
  worker.unref()
  try {
    try {
      prove()
      raise(verdict, VERDICT.proven)
    } catch (error) {
      raise(verdict, VERDICT.refuted)
      throw error
    } finally {
      // Nothing may be left at the file when this returns.
      Atomics.wait(outcome, 0, 0)
    }
    return readOutcome(receiveMessageOnPort(ours)?.message as MeanwhileOutcome)
  } finally {
    ours.close()
  }
}

/** Changes a flag and wakes whoever waits for it. */
export function raise(flag: Int32Array, value: number): void {
  Atomics.store(flag, 0, value)
  Atomics.notify(flag, 0)
}

function readOutcome(outcome: MeanwhileOutcome): string {
  if ('failure' in outcome) throw fromFailure(outcome.failure)
  return outcome.hash
}

function flag(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}
