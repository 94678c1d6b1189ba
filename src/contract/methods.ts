import type { Coverage } from '../core/coverage.ts'
import type { FiscalYear } from '../core/fiscal-year.ts'
import type { Money, Unit } from '../core/money.ts'
import type { Fix } from '../core/fixes/fix.ts'
import type { FlagExplanation } from '../core/rules/explain-flag.ts'
import type { RuleCode } from '../core/rules/rule-code.ts'
import type { FlagGroup, FlagStretch } from '../core/rules/flag-groups.ts'
import type { SubjectKey } from '../core/rules/marked-rules.ts'
import type { Flag } from '../core/rules/rule.ts'
import type { PolicyAuthor, PolicyEntries } from '../core/policy-entry.ts'
import type { Language } from '../core/number-format.ts'
import type { Block, BlockResult } from './block.ts'
import type { Hold } from '../core/hold.ts'
import type { EntryEdit, EntryPlace, EntryResult, RemovedEntry } from './entry-edit.ts'
import type { Draft, KeptVersion } from './draft.ts'
import type { PrintedPage } from './printed-page.ts'
import type { GapView } from './gap-view.ts'
import type { PlanDifference } from './plan-difference.ts'
import type { FileState, HistoryEntry, PlanFlags, PlanStand, PlanView } from './plan-view.ts'
import type {
  ExportWhat,
  ImportResult,
  ImportUnit,
  NumberFormat,
  TableKind,
  TableMapping,
} from './tables.ts'

/** A table the person chose in a native dialog; the window only ever holds its token. */
export interface ChosenTable {
  readonly token: string
  readonly name: string
  /** What the header row says the table is, or null where it says nothing we know. */
  readonly kind: TableKind | null
  readonly sheet: string
  readonly rows: number
}

/** One table to import: the token of its sheet, what it holds and what the person settled about it. */
export interface RequestedTable {
  readonly kind: TableKind
  readonly token: string
  readonly mapping?: TableMapping | undefined
}

/** What to import, the unit amounts are written in and their number format. */
export interface ImportRequest {
  readonly tables: readonly RequestedTable[]
  readonly unit: ImportUnit
  readonly numberFormat: NumberFormat
  /** Entries left as they stand, by the ids a preview gave them. */
  readonly leave?: readonly string[] | undefined
}

/** The flags of one rule on one subject, in one year or over the period. */
export interface FlagTarget {
  readonly subject: SubjectKey
  readonly code: RuleCode
  readonly year: FiscalYear | null
}

/** Everything a window may ask of its engine. */
export interface WindowMethods {
  'plan.stand': { params: Record<string, never>; result: PlanStand }
  'plan.view': { params: Record<string, never>; result: PlanView }
  'plan.flags': { params: Record<string, never>; result: PlanFlags }
  /** Puts what the person typed into a cell; `unit` is the unit of a bare number, `language` the one it is written in. */
  'plan.enterAmount': {
    params: {
      project: number
      line: number
      year: FiscalYear
      text: string
      unit: Unit
      language: Language
    }
    result: { revision: number; amount: Money }
  }
  /** The figures, sources and cells behind flags, in the order of the flags. */
  'flags.explain': { params: FlagTarget; result: readonly FlagExplanation[] }
  /** What can be done about flags, as of a revision; nothing is changed. */
  'flags.fixes': {
    params: FlagTarget
    result: { readonly revision: number; readonly fixes: readonly Fix[] }
  }
  /** Carries out a fix of amounts as it was shown at a revision. @throws `change-conflict` where the plan has moved on */
  'flags.applyFix': {
    params: FlagTarget & { readonly key: string; readonly revision: number }
    result: { revision: number }
  }
  /** The flags of one subject, gravest first, waived ones with them. */
  'flags.of': { params: { subject: SubjectKey }; result: readonly Flag[] }
  /** How many flags each rule raises at each severity, as the flags list is headed. */
  'flags.groups': { params: { year: FiscalYear | null }; result: readonly FlagGroup[] }
  /** A stretch of one group's flags, by code and year. */
  'flags.page': {
    params: FlagStretch
    result: readonly Flag[]
  }
  /** Puts texts into many cells as one act, or says which cells refuse theirs and changes nothing. */
  'plan.enterBlock': { params: Block & { isDryRun: boolean }; result: BlockResult }
  /** Puts texts into fields of a project or line, or adds one, as one act; says which fields refuse theirs and changes nothing then. */
  'plan.editEntry': { params: EntryEdit; result: EntryResult }
  /** Removes a project or line with its money and waivers, as one act. @throws `entry-held` */
  'plan.removeEntry': { params: EntryPlace & { readonly id: number }; result: RemovedEntry }
  /** Every place that is held, cells with money among them. */
  'plan.holds': { params: Record<string, never>; result: readonly Hold[] }
  /** Holds or releases places as one act; what is so already is left out. */
  'plan.hold': { params: { holds: readonly Hold[]; isHeld: boolean }; result: { revision: number } }
  /** Changes settings of the policy, named as `policy-entry.ts` lists them. */
  'policy.set': {
    params: { changes: PolicyEntries } & PolicyAuthor
    result: { revision: number }
  }
  /** Accepts flags with reason and person until they get worse. */
  'flags.waive': {
    params: FlagTarget & { readonly reason: string; readonly by: string }
    result: { revision: number }
  }
  'flags.unwaive': { params: FlagTarget; result: { revision: number } }
  'plan.undo': { params: Record<string, never>; result: { revision: number } }
  'plan.redo': { params: Record<string, never>; result: { revision: number } }
  'plan.history': { params: { limit: number }; result: readonly HistoryEntry[] }
  /** Tasks against the money that pays for them, over a year or, for null, the period. */
  'plan.coverage': { params: { year: FiscalYear | null }; result: Coverage }
  /** The needs no allocation at all could meet, over a year or, for null, every year; largest gap of a year first. */
  'plan.gaps': { params: { year: FiscalYear | null }; result: readonly GapView[] }
  /** What the open plan has more, other and less than its own file as that stands on disk now. */
  'file.compare': { params: Record<string, never>; result: PlanDifference }
  'import.preview': { params: ImportRequest; result: ImportResult }
  'import.apply': { params: ImportRequest; result: ImportResult }
  /** Tells a request of this window to stop, or whatever main asked for; what was about to be written is not. */
  'work.cancel': { params: { id: number | null }; result: Record<string, never> }
}

/** The ways a file is opened. */
export const ACCESSES = ['edit', 'view', 'copy', 'take-over', 'trust'] as const

/** How a file is opened: to edit unless somebody else has it, to view, as a copy, in the place of an owner who is gone, or trusting where it came from. */
export type Access = (typeof ACCESSES)[number]

/** What only the main process may ask: everything that names a path. */
export interface HostMethods {
  /** A sign of life. */
  'engine.ping': { params: Record<string, never>; result: Record<string, never> }
  'workbook.open': { params: { path: string; access?: Access | undefined }; result: FileState }
  /** Opens an earlier version of a file as a copy of its own. */
  'workbook.openVersion': { params: { path: string; version: string }; result: FileState }
  /** Opens a new workbook with every row of a damaged file that can still be read. */
  'workbook.salvage': { params: { path: string }; result: FileState }
  /** The earlier versions of a file that this computer keeps, newest first. */
  'version.list': { params: { path: string }; result: readonly KeptVersion[] }
  /** The drafts no window holds, newest first. */
  'draft.list': { params: Record<string, never>; result: readonly Draft[] }
  'draft.open': { params: { id: string }; result: FileState }
  'draft.discard': { params: { id: string }; result: Record<string, never> }
  'workbook.create': {
    params: { title: string; from: FiscalYear; to: FiscalYear }
    result: FileState
  }
  'workbook.sample': { params: Record<string, never>; result: FileState }
  /** Takes up the working copy an engine left behind. */
  'workbook.resume': { params: { workFolder: string }; result: FileState }
  /** Where the working copy lies, so that main can have it taken up again. */
  'workbook.workFolder': { params: Record<string, never>; result: { workFolder: string } }
  /** Publishes to the path given, or to the workbook's own. */
  'workbook.save': { params: { path: string | null }; result: FileState }
  /** Ends the session; a draft that was not saved is kept among the recovered drafts. */
  'workbook.close': { params: Record<string, never>; result: { workFolder: string | null } }
  /** Reads a file and names each table found in it, then its other sheets that hold something, of unknown kind. */
  'table.choose': { params: { path: string }; result: readonly ChosenTable[] }
  /** A sheet for people as a page to print; main prints it, for an engine has no window. @throws `export-format` */
  'export.page': {
    params: { what: ExportWhat; unit: Unit; language: 'vi' | 'en' }
    result: PrintedPage
  }
  'export.write': {
    params: { path: string; what: ExportWhat; unit: Unit; language: 'vi' | 'en' }
    result: { path: string }
  }
}

/** Every method of an engine. */
export type Methods = WindowMethods & HostMethods

/** The name of a method. */
export type MethodName = keyof Methods

/** What a method takes. */
export type Params<M extends MethodName> = Methods[M]['params']

/** What a method answers. */
export type Result<M extends MethodName> = Methods[M]['result']
