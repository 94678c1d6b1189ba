import type { MethodName } from '../contract/methods.ts'

/** How often the watchdog looks, ms. */
const LOOK_MS = 1_000
/** How long an engine may be silent over a question, ms. */
const PATIENCE_MS = 5_000
/** How long over work whose length depends on how much there is to do, ms. */
const LONG_PATIENCE_MS = 120_000

const LONG: ReadonlySet<string> = new Set<MethodName>([
  'plan.view',
  'plan.flags',
  'plan.undo',
  'plan.redo',
  'file.compare',
  'import.preview',
  'import.apply',
  'workbook.open',
  'workbook.openVersion',
  'workbook.salvage',
  'workbook.sample',
  'workbook.resume',
  'workbook.save',
  'workbook.close',
  'draft.list',
  'draft.open',
  'table.choose',
  'export.page',
  'export.write',
])

/** Notices an engine that no longer answers; it asks for a sign of life where nobody else asks anything. */
export class Watchdog {
  private readonly asked = new Map<string, { readonly method: string; readonly since: number }>()
  private lastHeard: number
  private lastLook: number
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly ping: () => void,
    private readonly onHang: () => void,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.lastHeard = clock()
    this.lastLook = this.lastHeard
    this.timer = setInterval(() => this.look(), LOOK_MS)
    this.timer.unref()
  }

  /** Counts a question as asked. */
  ask(key: string, method: string): void {
    this.asked.set(key, { method, since: this.clock() })
  }

  /** Counts a question as answered, or anything else as heard. */
  hear(key?: string): void {
    this.lastHeard = this.clock()
    if (key !== undefined) this.asked.delete(key)
  }

  /** Looks no more. */
  stop(): void {
    clearInterval(this.timer)
  }

  /** Judges the silence so far. */
  look(): void {
    const now = this.clock()
    // A computer that slept kept this process from hearing, too.
    if (now - this.lastLook > 3 * LOOK_MS) this.lastHeard = now
    this.lastLook = now
    const waiting = [...this.asked.values()]
    if (waiting.length === 0) {
      if (now - this.lastHeard > PATIENCE_MS / 2) this.ping()
      return
    }
    const oldest = Math.min(...waiting.map(({ since }) => since))
    const isLong = waiting.some(({ method }) => LONG.has(method))
    const patience = isLong ? LONG_PATIENCE_MS : PATIENCE_MS
    if (now - Math.max(oldest, this.lastHeard) <= patience) return
    this.stop()
    this.onHang()
  }
}
