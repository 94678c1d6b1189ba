import { ExactColumn } from './exact-column.ts'
import type { FiscalYear } from './fiscal-year.ts'
import type { FundingLine } from './funding-line.ts'
import { IdSlots } from './id-slots.ts'
import { type YearSpan, rowAt } from './project-columns.ts'

/**
 * The funding lines of a plan by slot, the order of their entries, with what rules and totals read of them.
 * A row is `slot × years + offset`; amounts are whole đồng.
 */
export class LineColumns {
  readonly entries: readonly FundingLine[]
  readonly ids: readonly number[]
  readonly ceiling: Float64Array
  readonly reserve: Float64Array
  /** The last year a line's money may be spent in, by slot. */
  readonly validUntil: Int16Array
  /** Money drawn on each row. */
  readonly drawn: ExactColumn
  /** How many projects draw on each row. */
  readonly users: Int32Array
  private readonly slots: IdSlots

  constructor(
    lines: Iterable<FundingLine>,
    readonly span: YearSpan,
  ) {
    this.entries = [...lines]
    this.ids = this.entries.map(({ id }) => id)
    this.slots = new IdSlots(this.ids)
    const rows = this.entries.length * span.count
    this.ceiling = new Float64Array(rows)
    this.reserve = new Float64Array(rows)
    this.validUntil = new Int16Array(this.entries.length)
    this.drawn = new ExactColumn(rows)
    this.users = new Int32Array(rows)
    this.entries.forEach((line, slot) => this.fill(line, slot))
  }

  /** How many lines there are. */
  get count(): number {
    return this.entries.length
  }

  /** The slot of a line, or -1. */
  slotOf(id: number): number {
    return this.slots.of(id)
  }

  /** The row of a line in a year, or -1 outside the plan's figures. */
  rowOf(id: number, year: FiscalYear): number {
    return rowAt(this.slotOf(id), year, this.span)
  }

  /** What a row may still give, negative when exceeded; the nearest double, exact up to 2^53. */
  remaining(row: number): number {
    return (this.ceiling[row] as number) - (this.reserve[row] as number) - this.drawn.near(row)
  }

  private fill({ years, validUntil }: FundingLine, slot: number): void {
    this.validUntil[slot] = validUntil ?? 9999
    for (const [year, { ceiling, reserve }] of years) {
      const row = rowAt(slot, year, this.span)
      this.ceiling[row] = Number(ceiling)
      this.reserve[row] = Number(reserve)
    }
  }
}
