import type { FiscalYear } from '../core/fiscal-year.ts'
import type { FundingLine } from '../core/funding-line.ts'
import type { Money } from '../core/money.ts'
import type { PlanSettings } from '../core/plan.ts'
import type { Totals } from '../core/running-totals.ts'
import type { Programme } from '../core/programme.ts'
import type { Project } from '../core/project.ts'
import type { SubjectKey } from '../core/rules/current-flags.ts'
import type { Flag } from '../core/rules/rule.ts'

/** All allocations as equally long columns; amounts in whole đồng. */
export interface AllocationColumns {
  readonly project: Int32Array
  readonly line: Int32Array
  readonly year: Int16Array
  readonly amount: BigInt64Array
}

/** One cell's amount, whole đồng; zero where it was cleared. */
export interface CellAmount {
  readonly project: number
  readonly line: number
  readonly year: FiscalYear
  readonly amount: Money
}

/** A line's sums in a year, whole đồng; `remaining` is ceiling less reserve less allocated. */
export interface LineSums {
  readonly line: number
  readonly year: FiscalYear
  readonly ceiling: Money
  readonly reserve: Money
  readonly allocated: Money
  readonly remaining: Money
}

/** A project's sums in a year, whole đồng; `programmes` counts the target programmes that pay it. */
export interface ProjectSums {
  readonly project: number
  readonly year: FiscalYear
  readonly need: Money
  readonly allocated: Money
  readonly shortfall: Money
  readonly programmes: number
}

/** The plan's sums in a year, whole đồng. */
export interface YearTotals extends Totals {
  readonly year: FiscalYear
}

/** Where the workbook stands on disk and what undo and redo would step. */
export interface FileState {
  /** The file the person chose, or null for a workbook never saved. */
  readonly path: string | null
  readonly name: string
  readonly isSaved: boolean
  readonly undo: HistorySummary | null
  readonly redo: HistorySummary | null
}

/** A history entry in named values; `wording.ts` makes the sentence. */
export interface HistorySummary {
  readonly kind: HistoryKind
  readonly detail: Readonly<Record<string, string | number | bigint>>
}

/** What a history entry was. */
export type HistoryKind = 'created' | 'allocation-set' | 'import' | 'fix' | 'undo' | 'redo'

/** One entry of the change log; `at` in UTC, `group` one id for everything done at once. */
export interface HistoryEntry {
  readonly seq: number
  readonly at: string
  readonly author: string
  readonly kind: HistoryKind
  readonly summary: HistorySummary
  readonly group: string
}

/** Everything a window needs to show the plan, as of a revision. */
export interface PlanView {
  readonly revision: number
  readonly settings: PlanSettings
  readonly programmes: readonly Programme[]
  readonly lines: readonly FundingLine[]
  readonly projects: readonly Project[]
  readonly allocations: AllocationColumns
  readonly lineSums: readonly LineSums[]
  readonly projectSums: readonly ProjectSums[]
  readonly totals: readonly YearTotals[]
  readonly flags: readonly Flag[]
  readonly file: FileState
}

/** What one edit moved: lay it over the view of the revision before. */
export interface PlanDelta {
  readonly revision: number
  readonly cells: readonly CellAmount[]
  readonly lineSums: readonly LineSums[]
  readonly projectSums: readonly ProjectSums[]
  readonly totals: readonly YearTotals[]
  /** The flags of these subjects are now exactly `flags`. */
  readonly flaggedSubjects: readonly SubjectKey[]
  readonly flags: readonly Flag[]
}
