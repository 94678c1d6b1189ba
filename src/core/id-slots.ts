// Ids are row numbers and hardly ever leave gaps; where they do, a table of all would waste its room.
const MOST_GAPS = 4

/** The slot of each id, its place in a list; ids are whole numbers from 1. */
export class IdSlots {
  private readonly table: Int32Array | null
  private readonly map: Map<number, number> | null

  constructor(ids: readonly number[]) {
    let last = 0
    for (const id of ids) if (id > last) last = id
    const isDense = last <= (ids.length + 16) * MOST_GAPS
    this.table = isDense ? tableOf(ids, last) : null
    this.map = isDense ? null : new Map(ids.map((id, slot) => [id, slot]))
  }

  /** The slot of an id, or -1. */
  of(id: number): number {
    return (this.table ? this.table[id] : this.map?.get(id)) ?? -1
  }
}

function tableOf(ids: readonly number[], last: number): Int32Array {
  const table = new Int32Array(last + 1).fill(-1)
  for (let slot = 0; slot < ids.length; slot += 1) table[ids[slot] as number] = slot
  return table
}
