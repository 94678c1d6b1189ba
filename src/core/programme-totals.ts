import { ExactColumn } from './exact-column.ts'
import type { FiscalYear } from './fiscal-year.ts'
import type { LineColumns } from './line-columns.ts'
import { type Money, ZERO } from './money.ts'
import { type Plan, topProgramme } from './plan.ts'
import { type YearSpan, rowAt } from './year-rows.ts'

/** No counted programme. */
export const UNCOUNTED = -1

/** Money of each programme and of every programme above it, by year, whole đồng; and which programmes count as target ones. */
export class ProgrammeTotals {
  /** The top-level target programme of each line slot by id, or `UNCOUNTED`. */
  readonly counted: Int32Array
  private readonly chains: readonly (readonly number[])[]
  private readonly slots = new Map<number, number>()
  private readonly allocated: ExactColumn

  constructor(
    plan: Plan,
    private readonly span: YearSpan,
  ) {
    const programmes = [...plan.programmes.keys()]
    programmes.forEach((id, slot) => this.slots.set(id, slot))
    this.allocated = new ExactColumn(programmes.length * span.count)
    const lines = [...plan.lines.values()]
    this.chains = lines.map(({ programme }) => this.chainOf(plan, programme))
    this.counted = Int32Array.from(lines, ({ programme }) => countedTop(plan, programme))
  }

  /** Follows money drawn on a line slot at a year's offset. */
  add(line: number, offset: number, difference: number): void {
    for (const slot of this.chains[line] ?? []) {
      this.allocated.add(slot * this.span.count + offset, difference)
    }
  }

  /** Sums what has been drawn on every line. */
  sumUp({ drawn, span }: LineColumns): void {
    for (let row = 0; row < drawn.length; row += 1) {
      for (const slot of this.chains[Math.floor(row / span.count)] ?? []) {
        this.allocated.addFrom(drawn, row, slot * span.count + (row % span.count))
      }
    }
  }

  /** Money a programme and all below it give in a year. */
  of(programme: number, year: FiscalYear): Money {
    const row = rowAt(this.slots.get(programme) ?? -1, year, this.span)
    return row < 0 ? ZERO : this.allocated.get(row)
  }

  private chainOf(plan: Plan, programme: number | null): number[] {
    const chain: number[] = []
    let id = programme
    while (id !== null) {
      const slot = this.slots.get(id)
      // A tree that loops ends where it meets itself.
      if (slot === undefined || chain.includes(slot)) break
      chain.push(slot)
      id = plan.programmes.get(id)?.parent ?? null
    }
    return chain
  }
}

function countedTop(plan: Plan, programme: number | null): number {
  const top = topProgramme(plan, programme)
  return top && (top.kind === 'national-target' || top.kind === 'target') ? top.id : UNCOUNTED
}
