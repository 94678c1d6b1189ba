import type { FlagGroup } from '../../core/rules/flag-groups.ts'

/** One row of the flags list: a group's heading, its legal basis, or its nth flag. */
export type FlagRow =
  | { readonly kind: 'heading' | 'basis'; readonly group: FlagGroup }
  | { readonly kind: 'flag'; readonly group: FlagGroup; readonly at: number }

/** A group's heading as a key. */
export function groupKey({ severity, code, isWaived }: Omit<FlagGroup, 'count'>): string {
  return `${isWaived ? 'waived' : 'open'}:${severity}:${code}`
}

/** Where the rows of the flags list lie: an opened group shows its basis, a closed one hides its flags. Counts only, however many flags there are. */
export class FlagLayout {
  /** How many rows there are. */
  readonly count: number
  private readonly starts: readonly number[]

  constructor(
    private readonly groups: readonly FlagGroup[],
    private readonly opened: ReadonlySet<string>,
    private readonly closed: ReadonlySet<string>,
  ) {
    const starts: number[] = []
    let next = 0
    for (const group of groups) {
      starts.push(next)
      next += 1 + this.basisRows(group) + this.flagRows(group)
    }
    this.starts = starts
    this.count = next
  }

  /** The row at a place from the top. */
  rowAt(place: number): FlagRow | null {
    const of = this.starts.findLastIndex((start) => start <= place)
    const group = this.groups[of]
    if (!group || place >= this.count) return null
    const inside = place - (this.starts[of] ?? 0)
    if (inside === 0) return { kind: 'heading', group }
    if (inside === 1 && this.basisRows(group) === 1) return { kind: 'basis', group }
    return { kind: 'flag', group, at: inside - 1 - this.basisRows(group) }
  }

  private basisRows(group: FlagGroup): number {
    return this.opened.has(groupKey(group)) ? 1 : 0
  }

  private flagRows(group: FlagGroup): number {
    return this.closed.has(groupKey(group)) ? 0 : group.count
  }
}
