import type { Allocation, Cell } from './allocation.ts'
import { type Money, ZERO } from './money.ts'

const FIRST_CAPACITY = 64

/** Equally long columns of allocations; amounts in whole đồng, each at most 10^15 and so exact as a double; held is 1. */
export interface AllocationColumns {
  readonly project: Int32Array
  readonly line: Int32Array
  readonly year: Int16Array
  readonly amount: Float64Array
  readonly held: Uint8Array
}

/**
 * All allocations of a plan by their cell, in typed columns: a nation's 250,000 take 8 MB where objects
 * in a map took ten times that. Ids must fit 31 bits.
 */
export class AllocationTable implements Iterable<Allocation> {
  private project = new Int32Array(FIRST_CAPACITY)
  private line = new Int32Array(FIRST_CAPACITY)
  private year = new Int16Array(FIRST_CAPACITY)
  private amount = new Float64Array(FIRST_CAPACITY)
  private held = new Uint8Array(FIRST_CAPACITY)
  private readonly notes = new Map<number, string>()
  /** Row + 1 by hash of the cell, linear probing; 0 is empty. Never more than half full. */
  private buckets = emptyBuckets(FIRST_CAPACITY)
  private count = 0

  /** A table of columns a port brought, which it takes over; notes do not cross. */
  static of({ project, line, year, amount, held }: AllocationColumns): AllocationTable {
    const table = new AllocationTable()
    const count = amount.length
    Object.assign(table, { project, line, year, amount, held, count })
    table.buckets = emptyBuckets(count)
    for (let row = 0; row < count; row += 1) table.link(row)
    return table
  }

  /** How many cells hold money. */
  get size(): number {
    return this.count
  }

  /** The allocation in a cell. */
  get(cell: Cell): Allocation | undefined {
    const row = this.rowOf(cell)
    return row < 0 ? undefined : this.read(row)
  }

  /** The money in a cell; zero where nothing is allocated. */
  amountAt(cell: Cell): Money {
    const row = this.rowOf(cell)
    return row < 0 ? ZERO : (BigInt(this.amount[row] as number) as Money)
  }

  /** Whether the money in a cell is held. */
  isHeld(cell: Cell): boolean {
    const row = this.rowOf(cell)
    return row >= 0 && this.held[row] === 1
  }

  /** Whether a cell holds money. */
  has(cell: Cell): boolean {
    return this.rowOf(cell) >= 0
  }

  /** Puts an allocation into its cell, in place of the one there. */
  set(allocation: Allocation): void {
    const found = this.rowOf(allocation)
    const row = found < 0 ? this.append(allocation) : found
    this.amount[row] = Number(allocation.amount)
    this.held[row] = Number(allocation.isHeld)
    this.setNote(row, allocation.note)
  }

  /** Clears a cell; false where it was empty. */
  delete(cell: Cell): boolean {
    const row = this.rowOf(cell)
    if (row < 0) return false
    this.unlink(this.bucketOf(row))
    const last = this.count - 1
    if (row !== last) this.moveRow(last, row)
    this.notes.delete(last)
    this.count = last
    return true
  }

  /** Every allocation, in no order anything may depend on. */
  *[Symbol.iterator](): IterableIterator<Allocation> {
    for (let row = 0; row < this.count; row += 1) yield this.read(row)
  }

  /** Every allocation, as `[...]` and loops want it. */
  values(): IterableIterator<Allocation> {
    return this[Symbol.iterator]()
  }

  /** Whether another table holds the same amounts, holds and notes in the same cells, whatever its order. */
  equals(other: AllocationTable, isSameNote: (note: string, of: string) => boolean): boolean {
    if (this.count !== other.count) return false
    for (let row = 0; row < this.count; row += 1) {
      const at = other.rowAt(
        this.project[row] as number,
        this.line[row] as number,
        this.year[row] as number,
      )
      if (at < 0 || this.amount[row] !== other.amount[at] || this.held[row] !== other.held[at]) {
        return false
      }
      if (!isSameNote(this.notes.get(row) ?? '', other.notes.get(at) ?? '')) return false
    }
    return true
  }

  /** The columns as they stand, without a copy: valid until the next edit. */
  columns(): AllocationColumns {
    return {
      project: this.project.subarray(0, this.count),
      line: this.line.subarray(0, this.count),
      year: this.year.subarray(0, this.count),
      amount: this.amount.subarray(0, this.count),
      held: this.held.subarray(0, this.count),
    }
  }

  private read(row: number): Allocation {
    return {
      project: this.project[row] as number,
      line: this.line[row] as number,
      year: this.year[row] as number,
      amount: BigInt(this.amount[row] as number) as Money,
      note: this.notes.get(row) ?? '',
      isHeld: this.held[row] === 1,
    }
  }

  private setNote(row: number, note: string): void {
    if (note === '') this.notes.delete(row)
    else this.notes.set(row, note)
  }

  private rowOf({ project, line, year }: Cell): number {
    return this.rowAt(project, line, year)
  }

  private rowAt(project: number, line: number, year: number): number {
    const mask = this.buckets.length - 1
    let bucket = hashCell(project, line, year) & mask
    for (;;) {
      const row = (this.buckets[bucket] as number) - 1
      if (row < 0) return -1
      if (this.project[row] === project && this.line[row] === line && this.year[row] === year) {
        return row
      }
      bucket = (bucket + 1) & mask
    }
  }

  private append({ project, line, year }: Cell): number {
    if (this.count === this.project.length) this.grow()
    const row = this.count
    this.project[row] = project
    this.line[row] = line
    this.year[row] = year
    this.count += 1
    this.link(row)
    return row
  }

  private link(row: number): void {
    const mask = this.buckets.length - 1
    let bucket = this.homeOf(row)
    while (this.buckets[bucket] !== 0) bucket = (bucket + 1) & mask
    this.buckets[bucket] = row + 1
  }

  private bucketOf(row: number): number {
    const mask = this.buckets.length - 1
    let bucket = this.homeOf(row)
    while (this.buckets[bucket] !== row + 1) bucket = (bucket + 1) & mask
    return bucket
  }

  private homeOf(row: number): number {
    const hash = hashCell(
      this.project[row] as number,
      this.line[row] as number,
      this.year[row] as number,
    )
    return hash & (this.buckets.length - 1)
  }

  /** Empties a bucket and draws later rows of the same run into the gap, so that no search stops short. */
  private unlink(gap: number): void {
    const mask = this.buckets.length - 1
    this.buckets[gap] = 0
    let hole = gap
    for (let bucket = (gap + 1) & mask; this.buckets[bucket] !== 0; bucket = (bucket + 1) & mask) {
      const entry = this.buckets[bucket] as number
      const home = this.homeOf(entry - 1)
      if (((bucket - home) & mask) < ((bucket - hole) & mask)) continue
      this.buckets[hole] = entry
      this.buckets[bucket] = 0
      hole = bucket
    }
  }

  private moveRow(from: number, to: number): void {
    this.buckets[this.bucketOf(from)] = to + 1
    this.project[to] = this.project[from] as number
    this.line[to] = this.line[from] as number
    this.year[to] = this.year[from] as number
    this.amount[to] = this.amount[from] as number
    this.held[to] = this.held[from] as number
    this.setNote(to, this.notes.get(from) ?? '')
  }

  private grow(): void {
    const capacity = 2 * Math.max(FIRST_CAPACITY, this.project.length)
    this.project = copyInto(new Int32Array(capacity), this.project)
    this.line = copyInto(new Int32Array(capacity), this.line)
    this.year = copyInto(new Int16Array(capacity), this.year)
    this.amount = copyInto(new Float64Array(capacity), this.amount)
    this.held = copyInto(new Uint8Array(capacity), this.held)
    this.buckets = emptyBuckets(capacity)
    for (let row = 0; row < this.count; row += 1) this.link(row)
  }
}

function emptyBuckets(rows: number): Int32Array {
  let count = 2 * FIRST_CAPACITY
  while (count < 2 * rows) count *= 2
  return new Int32Array(count)
}

function copyInto<Column extends Int32Array | Int16Array | Float64Array | Uint8Array>(
  column: Column,
  from: Column,
): Column {
  column.set(from)
  return column
}

function hashCell(project: number, line: number, year: number): number {
  let hash =
    Math.imul(project, 0x9e3779b1) ^ Math.imul(line, 0x85ebca6b) ^ Math.imul(year, 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
