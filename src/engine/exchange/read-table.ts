import type { TableKind } from '../../contract/tables.ts'
import type { SheetTable, TableRow } from './sheet-table.ts'

/** What the person said about the file; whatever is absent is detected. */
export interface ReadOptions {
  readonly sheet?: string
  readonly delimiter?: ',' | ';' | '\t'
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be'
}

/** A sheet that holds a plain table: what its header says it is, and its rows from the header row on. */
export interface FoundTable {
  readonly sheet: string
  readonly kind: TableKind
  readonly rows: readonly TableRow[]
}

/** Every sheet of a .csv or .xlsx, told apart by content. @throws `table-unreadable` `table-too-large` `table-unsupported` */
export declare function readTables(
  bytes: Uint8Array,
  file: string,
  options?: ReadOptions,
): Promise<SheetTable[]>

/** The plain tables among sheets, each from its header row on. */
export declare function findTables(sheets: readonly SheetTable[]): FoundTable[]

/** The sheet that holds a table of this kind: named like it, else with its header, else the only one. */
export declare function chooseTable(
  sheets: readonly SheetTable[],
  kind: TableKind,
): { readonly sheet: string; readonly rows: readonly TableRow[] } | null
