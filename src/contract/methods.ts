import type { FiscalYear } from '../core/fiscal-year.ts'
import type { Money, Unit } from '../core/money.ts'
import type { Language } from '../core/number-format.ts'
import type { FileState, HistoryEntry, PlanView } from './plan-view.ts'
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

/** What to import: tokens by table kind, the unit amounts are written in and their number format. */
export interface ImportRequest {
  readonly tables: Readonly<Partial<Record<TableKind, string>>>
  readonly unit: ImportUnit
  readonly numberFormat: NumberFormat
  /** What the person settled about single tables. */
  readonly mappings?: Readonly<Partial<Record<TableKind, TableMapping>>> | undefined
  /** Entries left as they stand, by the ids a preview gave them. */
  readonly leave?: readonly string[] | undefined
}

/** Everything a window may ask of its engine. */
export interface WindowMethods {
  'plan.view': { params: Record<string, never>; result: PlanView }
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
  'plan.undo': { params: Record<string, never>; result: { revision: number } }
  'plan.redo': { params: Record<string, never>; result: { revision: number } }
  'plan.history': { params: { limit: number }; result: readonly HistoryEntry[] }
  'import.preview': { params: ImportRequest; result: ImportResult }
  'import.apply': { params: ImportRequest; result: ImportResult }
}

/** What only the main process may ask: everything that names a path. */
export interface HostMethods {
  'workbook.open': { params: { path: string }; result: FileState }
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
