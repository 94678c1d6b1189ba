import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  type ImportResult,
  TABLE_KINDS,
  type TableKind,
  type TableMapping,
} from '../contract/tables.ts'
import { WorkbenchError } from '../core/error.ts'
import {
  type ImportOptions,
  type ImportTable,
  type PlannedImport,
  planImportSteps,
} from './exchange/import-plan.ts'
import { type ReadOptions, chooseTable, readTables } from './exchange/read-table.ts'
import { SheetCache } from './exchange/sheet-cache.ts'
import type { SheetTable } from './exchange/sheet-table.ts'
import { type ImportMappings, parseMappings } from './exchange/table-mapping.ts'
import type { WorkbookSession } from './session.ts'
import { UNWATCHED, type Work, partOfWork, pause, workThrough } from './work.ts'

/** Where a table lies and how its file is to be read. */
export interface TablePlace {
  readonly path: string
  readonly read: ReadOptions
  readonly mapping?: TableMapping | undefined
}

/** The tables of one import, by kind. */
export type TablePlaces = Readonly<Partial<Record<TableKind, TablePlace>>>

const CACHE = new SheetCache()

/** Says what an import would do, without doing it. @throws `work-cancelled` */
export async function planTables(
  session: WorkbookSession,
  places: TablePlaces,
  options: ImportOptions,
  work: Work = UNWATCHED,
): Promise<PlannedImport> {
  const tables: Partial<Record<TableKind, ImportTable>> = {}
  const kinds = TABLE_KINDS.filter((kind) => places[kind])
  const parts = kinds.length + 1
  for (const [at, kind] of kinds.entries()) {
    const place = places[kind]
    if (!place) continue
    const { path, mapping } = place
    const table = chooseTable(await readSheetsOf(place, partOfWork(work, at, parts)), kind, mapping)
    const file = basename(path)
    if (!table) throw new WorkbenchError('table-unreadable', { file, reason: kind })
    tables[kind] = { file, ...table, ...(mapping ? { mapping } : {}) }
  }
  const steps = planImportSteps(session.plan, tables, options)
  return workThrough(steps, partOfWork(work, kinds.length, parts))
}

/** Imports tables as one act, all or nothing. @throws `work-cancelled` before anything is written */
export async function importTables(
  session: WorkbookSession,
  places: TablePlaces,
  options: ImportOptions,
  work: Work = UNWATCHED,
): Promise<ImportResult> {
  const { changes, result } = await planTables(session, places, options, work)
  await pause(work)
  const { added, updated } = result
  session.edit({ kind: 'import', detail: { added, updated } }, changes)
  return result
}

/** What a mapping file settles. @throws `table-not-found` `mapping-invalid` */
export function readMappings(path: string): ImportMappings {
  return parseMappings(new TextDecoder().decode(readBytes(path)), basename(path))
}

/** Every sheet of the file at a place, from memory where it was read before. @throws `table-not-found` */
export async function readSheetsOf(
  { path, read }: TablePlace,
  work: Work = UNWATCHED,
): Promise<SheetTable[]> {
  return CACHE.read(path, read, () => readTables(readBytes(path), basename(path), read, work))
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new WorkbenchError('table-not-found', { file: basename(path), path }, { cause })
  }
}
