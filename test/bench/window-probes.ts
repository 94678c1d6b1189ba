/** Functions that run in a page: each stands alone, for only its text gets there. */

/** A figure typed: when the engine's answer was there and when it was painted, ms after the key. */
export interface EditTimes {
  readonly answer: number
  readonly paint: number
}

/** Where the probe looks for what an edit moved. */
export interface EditGoal {
  readonly cell: string
  readonly text: string
  readonly total: string
  readonly amount: string
}

/** What a page keeps of a probe until it is asked for it. */
interface ProbedPage {
  probe: Promise<unknown>
  answeredAt: number
}

/** Scrolls an element by so many px each frame; gives the length of every frame, ms. */
export async function scrollFrames({
  selector,
  step,
  frames,
}: {
  selector: string
  step: number
  frames: number
}): Promise<number[]> {
  const view = document.querySelector(selector)
  if (!view) throw new Error(`nothing scrolls at ${selector}`)
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  view.scrollTo(0, 0)
  await nextFrame()
  let before = await nextFrame()
  const times: number[] = []
  for (let at = 0; at < frames; at += 1) {
    view.scrollTop += step
    const now = await nextFrame()
    times.push(now - before)
    before = now
  }
  if (view.scrollTop < step * (frames - 1)) throw new Error('the end was reached before the end')
  view.scrollTo(0, 0)
  return times
}

/** Notes when the engine's answers to edits come in; once for a page. */
export function noteAnswers(): void {
  const page = globalThis as unknown as ProbedPage
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')
  Object.defineProperty(MessageEvent.prototype, 'data', {
    configurable: true,
    get(this: MessageEvent) {
      const message: unknown = data?.get?.call(this)
      const isDelta = typeof message === 'object' && message !== null && 'event' in message
      if (isDelta && message.event === 'plan.changed') page.answeredAt = performance.now()
      return message
    },
  })
}

/** Waits, from the next Enter on, until the cell and the total show what they should, and the frame after. */
export function watchEdit({ cell, text, total, amount }: EditGoal): void {
  const page = globalThis as unknown as ProbedPage
  let pressedAt = 0
  page.answeredAt = 0
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressedAt = timeStamp
    },
    { capture: true, once: true },
  )
  page.probe = new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (document.querySelector(cell)?.textContent !== text) return
      if (document.querySelector(total)?.getAttribute('data-amount') !== amount) return
      seen.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () =>
          resolve({ answer: page.answeredAt - pressedAt, paint: performance.now() - pressedAt })
        port2.postMessage(null)
      })
    })
    const all = { subtree: true, childList: true, characterData: true, attributes: true }
    seen.observe(document.body, { ...all, attributeFilter: ['data-amount'] })
  })
}

/** What a probe waits for: an element with a text, or with an amount of whole đồng. */
export interface SeenGoal {
  readonly event: string
  readonly selector: string
  readonly text?: string
  readonly amount?: string
}

/** Waits, from the next event of a kind on, until an element shows what it should, and the frame after. */
export function watchFor({ event, selector, text, amount }: SeenGoal): void {
  const page = globalThis as unknown as ProbedPage
  let startedAt = 0
  document.addEventListener(
    event,
    ({ timeStamp }) => {
      startedAt = timeStamp
    },
    { capture: true, once: true },
  )
  page.probe = new Promise((resolve) => {
    const look = () => {
      const element = document.querySelector(selector)
      const isThere =
        element !== null &&
        (text === undefined || element.textContent?.trim() === text) &&
        (amount === undefined || element.getAttribute('data-amount') === amount)
      if (startedAt === 0 || !isThere) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - startedAt)
      return port2.postMessage(null)
    }
    requestAnimationFrame(look)
  })
}

/** What the watch set last has seen. */
export function seenByProbe(): Promise<unknown> {
  return (globalThis as unknown as ProbedPage).probe
}

/** The texts of the rows in sight by row and column, such as `12 code`. */
export function textsInSight(): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const cell of document.querySelectorAll('[row-id] [col-id]')) {
    const row = cell.closest('[row-id]')?.getAttribute('row-id') ?? ''
    if (/^\d+$/.test(row)) texts[`${row} ${cell.getAttribute('col-id')}`] = cell.textContent ?? ''
  }
  return texts
}

/** How long after the data was there the matrix was painted, ms. */
export function firstPaint(): number {
  const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN
  return at('matrix-painted') - at('plan-received')
}
