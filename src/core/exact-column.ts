import type { Money } from './money.ts'

// Two limbs of 50 bits: a cell holds at most 10^15 < 2^50, so one edit carries at most once.
const LIMB = 2 ** 50
const LIMB_BITS = 50n

/** Exact totals as two columns of doubles: `high × 2^50 + low`. */
export interface Limbs {
  readonly high: Float64Array
  readonly low: Float64Array
}

/**
 * Running totals in whole đồng, exact far beyond 2^53, at a few nanoseconds an addition.
 * Each total is `high × 2^50 + low` with 0 ≤ low < 2^50.
 */
export class ExactColumn {
  /** Null while every total is below 2^50, as a nation's nearly all are: half the memory, and half of what is read. */
  private high: Float64Array | null
  private readonly low: Float64Array

  /** Zero totals, or those whose limbs a port brought. */
  constructor(
    readonly length: number,
    limbs: Limbs | null = null,
  ) {
    this.high = limbs?.high ?? null
    this.low = limbs?.low ?? new Float64Array(length)
  }

  /** A copy of the totals as a port carries them. */
  limbs(): Limbs {
    return { high: this.high?.slice() ?? new Float64Array(this.length), low: this.low.slice() }
  }

  /** Puts a total in place of one. */
  set(at: number, total: Money): void {
    const low = BigInt.asUintN(Number(LIMB_BITS), total)
    const high = Number((total - low) >> LIMB_BITS)
    this.low[at] = Number(low)
    this.carry(at, high - this.highAt(at))
  }

  /** Adds a whole number of đồng of at most ±10^15 to one total. */
  add(at: number, difference: number): void {
    const low = (this.low[at] as number) + difference
    if (low >= LIMB) {
      this.low[at] = low - LIMB
      this.carry(at, 1)
    } else if (low < 0) {
      this.low[at] = low + LIMB
      this.carry(at, -1)
    } else this.low[at] = low
  }

  /** Adds one total of another column to one of these. */
  addFrom(column: ExactColumn, from: number, at: number): void {
    if (column.high !== null) this.carry(at, column.high[from] as number)
    this.add(at, column.low[from] as number)
  }

  /** One total, exact. */
  get(at: number): Money {
    const high = this.highAt(at)
    const low = BigInt(this.low[at] as number)
    return (high === 0 ? low : (BigInt(high) << LIMB_BITS) + low) as Money
  }

  /**
   * The total as the nearest double: exact up to ±2^53, and beyond that on the same side of every
   * whole number up to 2^53 as the total itself, so comparing it with an amount never errs.
   */
  near(at: number): number {
    const low = this.low[at] as number
    return this.high === null ? low : (this.high[at] as number) * LIMB + low
  }

  private highAt(at: number): number {
    return this.high === null ? 0 : (this.high[at] as number)
  }

  private carry(at: number, limbs: number): void {
    if (limbs === 0) return
    this.high ??= new Float64Array(this.length)
    this.high[at] = (this.high[at] as number) + limbs
  }
}
