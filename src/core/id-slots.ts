// Ids are row numbers and hardly ever leave gaps; where they do, a table of all would waste its room.
const MOST_GAPS = 4

/** The slot of each id, its place in a list; ids are whole numbers from 1. */
export class IdSlots {
  private readonly table: Int32Array | null
  private readonly map: Map<number, number> | null

  constructor(ids: readonly number[]) {
    const last = ids.reduce((highest, id) => Math.max(highest, id), 0)
    const isDense = last <= (ids.length + 16) * MOST_GAPS
    this.table = isDense ? new Int32Array(last + 1).fill(-1) : null
    this.map = isDense ? null : new Map()
    ids.forEach((id, slot) => {
      if (this.table) this.table[id] = slot
      else this.map?.set(id, slot)
    })
  }

  /** The slot of an id, or -1. */
  of(id: number): number {
    return (this.table ? this.table[id] : this.map?.get(id)) ?? -1
  }
}
