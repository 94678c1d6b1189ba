import type { FiscalYear } from '../core/fiscal-year.ts'
import type { FundingLine } from '../core/funding-line.ts'
import type { Money } from '../core/money.ts'
import type { PlanSettings } from '../core/plan.ts'
import type { Totals } from '../core/running-totals.ts'
import type { Programme } from '../core/programme.ts'
import type { AllocationColumns } from '../core/allocation-table.ts'
import type { Limbs } from '../core/exact-column.ts'
import type { FlagCounts } from '../core/rules/current-flags.ts'
import type { Task } from '../core/task.ts'
import type { ProjectTable } from './project-table.ts'

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

/** Every project's sums, one figure per project and year of the table's span; need and shortfall follow from them. */
export interface ProjectSumColumns {
  readonly allocated: Limbs
  readonly programmes: Uint8Array
}

/** The open flags of some subjects: by subject and year of the plan, the count and gravest severity as `readFlagMark` reads them. */
export interface SubjectMarks {
  readonly ids: Int32Array
  readonly marks: Uint16Array
}

/** How many flags stand where; the sentences are asked for where they are shown. */
export interface FlagMarkColumns {
  readonly projects: SubjectMarks
  readonly lines: SubjectMarks
  readonly counts: FlagCounts
}

/** The flags of the whole plan as of a revision: asked for beside the view, for a nation's take longer to find than all its figures. */
export interface PlanFlags extends FlagMarkColumns {
  readonly revision: number
}

/** The plan's sums in a year, whole đồng. */
export interface YearTotals extends Totals {
  readonly year: FiscalYear
}

/** Why a workbook cannot be edited: the person asked to view it, somebody else has it, its place takes no files, or it came from the internet. */
export type Viewing = 'asked' | 'held' | 'read-only-place' | 'from-outside'

/** Who else has a file open for editing; `isStale` when they left it behind and it may be taken over. */
export interface Holder {
  readonly user: string
  readonly host: string
  /** When they opened it, UTC; empty where they do not say. */
  readonly since: string
  readonly isStale: boolean
}

/** What happened to the file since we opened or last wrote it: deleted or renamed, or other bytes in its place. */
export type OutsideChange = 'missing' | 'changed'

/** How we stand towards the person's file; `viewing` is null while edits are taken. */
export interface FileStanding {
  readonly viewing: Viewing | null
  readonly holder: Holder | null
  readonly outside: OutsideChange | null
}

/** Where the workbook stands on disk and what undo and redo would step. */
export interface FileState extends FileStanding {
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
export type HistoryKind =
  | 'created'
  | 'allocation-set'
  | 'cells-pasted'
  | 'cells-filled'
  | 'cells-cleared'
  | 'cells-spread'
  | 'held'
  | 'released'
  | 'import'
  | 'entry-set'
  | 'entry-added'
  | 'entry-removed'
  | 'fix'
  | 'policy-set'
  | 'waived'
  | 'unwaived'
  | 'salvaged'
  | 'undo'
  | 'redo'

/** One entry of the change log; `at` in UTC, `group` one id for everything done at once. */
export interface HistoryEntry {
  readonly seq: number
  readonly at: string
  readonly author: string
  readonly kind: HistoryKind
  readonly summary: HistorySummary
  readonly group: string
}

/** Which plan an engine has and how far it is: where both are what a window shows, the window shows all there is. */
export interface PlanStand {
  /** Names the workbook's working copy, the same before and after its engine was started anew. */
  readonly workbook: string
  readonly revision: number
  readonly file: FileState
}

/** Everything a window needs to show the plan but its flags, as of a revision. */
export interface PlanView extends PlanStand {
  readonly settings: PlanSettings
  readonly programmes: readonly Programme[]
  readonly lines: readonly FundingLine[]
  readonly tasks: readonly Task[]
  readonly projects: ProjectTable
  readonly allocations: AllocationColumns
  readonly lineSums: readonly LineSums[]
  readonly projectSums: ProjectSumColumns
  readonly totals: readonly YearTotals[]
}

/** What one edit moved: lay it over the view of the revision before. */
export interface PlanDelta {
  readonly revision: number
  readonly cells: readonly CellAmount[]
  readonly lineSums: readonly LineSums[]
  readonly projectSums: readonly ProjectSums[]
  readonly totals: readonly YearTotals[]
  /** The subjects the edit may have changed the flags of. */
  readonly flags: FlagMarkColumns
}
