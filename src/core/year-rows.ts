import type { FiscalYear } from './fiscal-year.ts'
import { IdSlots } from './id-slots.ts'

/** The span of years a plan's figures lie in; offsets count from its first year. */
export interface YearSpan {
  readonly first: FiscalYear
  readonly count: number
}

/** The row of a slot in a year, `slot × years + offset`, or -1 where either is unknown. */
export function rowAt(slot: number, year: FiscalYear, { first, count }: YearSpan): number {
  const offset = year - first
  return slot < 0 || offset < 0 || offset >= count ? -1 : slot * count + offset
}

/** Entries of a plan by slot, the order they stand in, with one row for each of their years. */
export class YearRows<Entry extends { readonly id: number }> {
  readonly ids: readonly number[]
  private readonly slots: IdSlots

  constructor(
    readonly entries: readonly Entry[],
    readonly span: YearSpan,
  ) {
    this.ids = this.entries.map(({ id }) => id)
    this.slots = new IdSlots(this.ids)
  }

  /** How many entries there are. */
  get count(): number {
    return this.entries.length
  }

  /** How many rows they have. */
  get rows(): number {
    return this.count * this.span.count
  }

  /** The slot of an entry, or -1. */
  slotOf(id: number): number {
    return this.slots.of(id)
  }

  /** The row of an entry in a year, or -1 outside the plan's figures. */
  rowOf(id: number, year: FiscalYear): number {
    return rowAt(this.slotOf(id), year, this.span)
  }
}
