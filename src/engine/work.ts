import { WorkbenchError } from '../core/error.ts'
import type { Steps } from './steps.ts'

/** Work somebody waits for: it says how far it is and heeds a wish to stop. */
export interface Work {
  readonly signal: AbortSignal
  report(share: number): void
}

/** Work nobody watches. */
export const UNWATCHED: Work = { signal: new AbortController().signal, report: () => undefined }

/** How long work goes on before it hears what came in meanwhile, ms. */
const SLICE_MS = 50

/** Carries out steps, hearing now and then whether to go on. @throws `work-cancelled` */
export async function workThrough<T>(steps: Steps<T>, work: Work): Promise<T> {
  let until = performance.now() + SLICE_MS
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    work.report(step.value)
    await pause(work)
    until = performance.now() + SLICE_MS
  }
}

/** Hears what came in meanwhile. @throws `work-cancelled` */
export async function pause({ signal }: Work): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
  if (signal.aborted) throw new WorkbenchError('work-cancelled')
}

/** One of so many equal parts of a greater work. */
export function partOfWork(work: Work, index: number, parts: number): Work {
  return { signal: work.signal, report: (share) => work.report((index + share) / parts) }
}
