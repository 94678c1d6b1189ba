import { workerData } from 'node:worker_threads'
import { toFailure } from '../contract/failure.ts'
import { putInPlace } from './workbook/put-in-place.ts'
import {
  type MeanwhileOrder,
  type MeanwhileOutcome,
  VERDICT,
  raise,
} from './workbook/put-in-place-meanwhile.ts'

const { order, bytes, verdict, outcome, port } = workerData as MeanwhileOrder
port.postMessage(work())
raise(outcome, 1)

function work(): MeanwhileOutcome {
  try {
    return { hash: putInPlace(order, bytes, waitForProof) }
  } catch (error) {
    return { failure: toFailure(error) }
  }
}

function waitForProof(): void {
  Atomics.wait(verdict, 0, VERDICT.pending)
  if (Atomics.load(verdict, 0) !== VERDICT.proven) throw new Error('the file was not proven')
}
