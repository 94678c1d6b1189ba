import { foldName } from './eligibility.ts'
import { ExactColumn } from './exact-column.ts'
import type { FiscalYear } from './fiscal-year.ts'
import { type Money, ZERO } from './money.ts'
import type { Project } from './project.ts'
import { type ProjectColumns } from './project-columns.ts'
import { rowAt } from './year-rows.ts'

/** What projects may be grouped by. */
export type Grouping = 'place' | 'sector' | 'stage' | 'group'

/** Every grouping, in the order a person chooses from. */
export const GROUPINGS: readonly Grouping[] = ['place', 'sector', 'stage', 'group']

/** The sums of one group in a year, whole đồng. */
export interface GroupSums {
  readonly need: Money
  readonly allocated: Money
  readonly shortfall: Money
}

/** The name projects of one group share, as groups are told apart. */
export function groupKey(project: Project, by: Grouping): string {
  return foldName(project[by])
}

/** Running sums of need, allocation and shortfall by group and year; an edit adds what it moved. */
export class GroupTotals {
  private readonly groupOf: Int32Array
  private readonly slots = new Map<string, number>()
  private readonly need: ExactColumn
  private readonly allocated: ExactColumn
  private readonly shortfall: ExactColumn

  constructor(
    private readonly projects: ProjectColumns,
    by: Grouping,
  ) {
    this.groupOf = Int32Array.from(projects.entries, (project) =>
      this.slotFor(groupKey(project, by)),
    )
    const rows = this.slots.size * projects.span.count
    this.need = new ExactColumn(rows)
    this.allocated = new ExactColumn(rows)
    this.shortfall = new ExactColumn(rows)
    this.sumUp()
  }

  /** Follows what an edit moved for a project slot at a year's offset. */
  add(project: number, offset: number, allocated: number, shortfall: number): void {
    const row = (this.groupOf[project] as number) * this.projects.span.count + offset
    this.allocated.add(row, allocated)
    this.shortfall.add(row, shortfall)
  }

  /** The sums of a group in a year; zero for a group no project is in. */
  of(key: string, year: FiscalYear): GroupSums {
    const row = rowAt(this.slots.get(key) ?? -1, year, this.projects.span)
    if (row < 0) return { need: ZERO, allocated: ZERO, shortfall: ZERO }
    return {
      need: this.need.get(row),
      allocated: this.allocated.get(row),
      shortfall: this.shortfall.get(row),
    }
  }

  private slotFor(key: string): number {
    const slot = this.slots.get(key) ?? this.slots.size
    this.slots.set(key, slot)
    return slot
  }

  private sumUp(): void {
    const { given, need, span, count } = this.projects
    for (let project = 0; project < count; project += 1) {
      for (let offset = 0; offset < span.count; offset += 1) {
        const row = project * span.count + offset
        const at = (this.groupOf[project] as number) * span.count + offset
        this.need.add(at, need[row] as number)
        this.shortfall.add(at, this.projects.shortfall(row))
        this.allocated.addFrom(given, row, at)
      }
    }
  }
}
