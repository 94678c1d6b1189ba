import type { Cell } from '../../core/allocation.ts'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import { isTotalHeld } from '../../core/hold.ts'
import { formatMoney } from '../../core/number-format.ts'
import { type Money, sumMoney } from '../../core/money.ts'
import type { Plan } from '../../core/plan.ts'
import type { Project } from '../../core/project.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

interface Moved {
  readonly reader: TableReader
  readonly project: number
  readonly year: FiscalYear
  readonly row: TableRow
  readonly key: string
  difference: bigint
}

/** Follows what an import does to project totals that are held: their cells may move, the totals may not. */
export class HeldTotals {
  private readonly moved = new Map<string, Moved>()

  constructor(
    private readonly plan: Plan,
    private readonly projects: { get(id: number): Project | undefined },
  ) {}

  /** Notes that a cell moves by so many đồng. */
  move(
    reader: TableReader,
    { project, year }: Cell,
    row: TableRow,
    key: string,
    difference: bigint,
  ): void {
    if (difference === 0n || !isTotalHeld(this.plan, project, year)) return
    const at = `${project}:${year}`
    const moved = this.moved.get(at) ?? { reader, project, year, row, key, difference: 0n }
    moved.difference += difference
    this.moved.set(at, moved)
  }

  /** Reports every held total the rows would change, at the first cell that moves it. */
  report(): void {
    for (const { reader, project, year, row, key, difference } of this.moved.values()) {
      if (difference === 0n) continue
      const before = this.totalOf(project, year)
      const detail = {
        project: this.projects.get(project)?.code ?? '',
        year,
        before: formatMoney(before, 'dong'),
        after: formatMoney((before + difference) as Money, 'dong'),
      }
      reader.report(row, key, { code: 'total-held', detail })
    }
  }

  private totalOf(project: number, year: FiscalYear): Money {
    const cells = [...this.plan.allocations.values()].filter(
      (cell) => cell.project === project && cell.year === year,
    )
    return sumMoney(cells.map(({ amount }) => amount))
  }
}
