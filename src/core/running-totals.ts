import type { FiscalYear } from './fiscal-year.ts'
import { type Money, money } from './money.ts'

/** Exact sums over a year or the period, whole đồng; `remaining` is ceiling less reserve less allocated. */
export interface Totals {
  readonly ceiling: Money
  readonly reserve: Money
  readonly allocated: Money
  readonly remaining: Money
  readonly need: Money
  readonly shortfall: Money
}

type Summed = Exclude<keyof Totals, 'remaining'>

/** Sums over all lines and projects by year, whole đồng; an edit adds what it moved. */
export class RunningTotals {
  private readonly years = new Map<FiscalYear, Record<Summed, bigint>>()

  /** Adds to a sum of a year; a difference may be negative. */
  add(year: FiscalYear, name: Summed, difference: bigint): void {
    let sums = this.years.get(year)
    if (!sums) {
      sums = { ceiling: 0n, reserve: 0n, allocated: 0n, need: 0n, shortfall: 0n }
      this.years.set(year, sums)
    }
    sums[name] += difference
  }

  /** The sums of these years together. */
  sum(years: readonly FiscalYear[]): Totals {
    const over = (name: Summed) =>
      money(years.reduce((total, year) => total + (this.years.get(year)?.[name] ?? 0n), 0n))
    const [ceiling, reserve, allocated] = [over('ceiling'), over('reserve'), over('allocated')]
    return {
      ceiling,
      reserve,
      allocated,
      remaining: money(ceiling - reserve - allocated),
      need: over('need'),
      shortfall: over('shortfall'),
    }
  }
}
