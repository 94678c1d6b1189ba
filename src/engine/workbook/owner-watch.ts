import type { Holder } from '../../contract/plan-view.ts'
import { type OwnerRecord, isDead, isOurs, readOwner } from './owner-file.ts'

/** An owner file that stood unchanged this long on the observer's own clock was left behind. */
export const STALE_MS = 90_000

/** Observes who has a workbook open; how long a beat has stood is measured on our own monotonic clock. */
export class OwnerWatch {
  private seen = ''
  private since: number

  constructor(
    private readonly path: string,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.since = clock()
  }

  /** Who has it open besides us, and whether they left it behind. */
  observe(): Holder | null {
    const owner = readOwner(this.path)
    if (owner === null || isOurs(owner)) {
      this.seen = ''
      return null
    }
    const now = `${owner.token} ${owner.beat}`
    if (now !== this.seen) {
      this.seen = now
      this.since = this.clock()
    }
    return describeOwner(owner, this.clock() - this.since > STALE_MS)
  }
}

/** An owner as a window shows it. */
function describeOwner(owner: OwnerRecord, isUnchanged: boolean): Holder {
  const { user, host, opened } = owner
  return { user, host, since: opened, isStale: isUnchanged || isDead(owner) }
}
