import { compareEntries } from './compare-text.ts'

/** Entries by slot that can be picked in the order of their codes; the order is found once, when first asked for. */
export class CodeOrder<T extends { readonly code: string; readonly id: number }> {
  private sorted: readonly T[] | null = null
  private readonly ranks: Int32Array

  constructor(private readonly entries: readonly T[]) {
    this.ranks = new Int32Array(entries.length)
  }

  /** The entries at these slots, in code order. */
  pick(slots: readonly number[]): T[] {
    const sorted = this.sort()
    const ranks = Int32Array.from(slots, (slot) => this.ranks[slot] as number).sort()
    return Array.from(ranks, (rank) => sorted[rank] as T)
  }

  private sort(): readonly T[] {
    if (this.sorted) return this.sorted
    const { entries } = this
    const slots = [...entries.keys()].sort((a, b) =>
      compareEntries(entries[a] as T, entries[b] as T),
    )
    slots.forEach((slot, rank) => {
      this.ranks[slot] = rank
    })
    this.sorted = slots.map((slot) => entries[slot] as T)
    return this.sorted
  }
}
