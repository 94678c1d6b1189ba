import { ExactColumn } from './exact-column.ts'
import type { FundingLine } from './funding-line.ts'
import { YearRows, type YearSpan, rowAt } from './year-rows.ts'

/**
 * The funding lines of a plan with what rules and totals read of them, by slot or by row; amounts are whole đồng.
 */
export class LineColumns extends YearRows<FundingLine> {
  readonly ceiling: Float64Array
  readonly reserve: Float64Array
  /** The last year a line's money may be spent in, by slot. */
  readonly validUntil: Int16Array
  /** Whether its capital is recurrent, 1, or development, 0, by slot. */
  readonly isRecurrent: Uint8Array
  /** Money drawn on each row. */
  readonly drawn: ExactColumn
  /** How many projects draw on each row. */
  readonly users: Int32Array

  constructor(lines: readonly FundingLine[], span: YearSpan) {
    super(lines, span)
    this.ceiling = new Float64Array(this.rows)
    this.reserve = new Float64Array(this.rows)
    this.validUntil = new Int16Array(this.count)
    this.isRecurrent = new Uint8Array(this.count)
    this.drawn = new ExactColumn(this.rows)
    this.users = new Int32Array(this.rows)
    this.entries.forEach((line, slot) => this.fill(line, slot))
  }

  /** What a row may still give, negative when exceeded; the nearest double, exact up to 2^53. */
  remaining(row: number): number {
    return (this.ceiling[row] as number) - (this.reserve[row] as number) - this.drawn.near(row)
  }

  private fill({ years, validUntil, capitalType }: FundingLine, slot: number): void {
    this.validUntil[slot] = validUntil ?? 9999
    this.isRecurrent[slot] = Number(capitalType === 'recurrent')
    for (const [year, { ceiling, reserve }] of years) {
      const row = rowAt(slot, year, this.span)
      this.ceiling[row] = Number(ceiling)
      this.reserve[row] = Number(reserve)
    }
  }
}
