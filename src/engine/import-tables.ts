import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type ImportResult, type TableKind, type TableMapping } from '../contract/tables.ts'
import { WorkbenchError } from '../core/error.ts'
import {
  type ImportOptions,
  type ImportTable,
  type PlannedImport,
  planImportSteps,
} from './exchange/import-plan.ts'
import { type ReadOptions, chooseTables, readTables } from './exchange/read-table.ts'
import { SheetCache } from './exchange/sheet-cache.ts'
import type { SheetTable } from './exchange/sheet-table.ts'
import { type ImportMappings, parseMappings } from './exchange/table-mapping.ts'
import type { WorkbookSession } from './session.ts'
import { UNWATCHED, type Work, partOfWork, pause, workThrough } from './work.ts'

/** Where a file lies and how it is to be read. */
export interface TableFile {
  readonly path: string
  readonly read: ReadOptions
}

/** A file to import from and what is wanted of it. */
export interface TablePlace extends TableFile {
  readonly kind: TableKind
  readonly mapping?: TableMapping | undefined
}

const CACHE = new SheetCache()

/** Says what an import would do, without doing it. @throws `work-cancelled` */
export async function planTables(
  session: WorkbookSession,
  places: readonly TablePlace[],
  options: ImportOptions,
  work: Work = UNWATCHED,
): Promise<PlannedImport> {
  const tables: Partial<Record<TableKind, ImportTable[]>> = {}
  const parts = places.length + 1
  for (const [at, place] of places.entries()) {
    const { kind, path, mapping } = place
    const found = chooseTables(
      await readSheetsOf(place, partOfWork(work, at, parts)),
      kind,
      mapping,
    )
    const file = basename(path)
    if (found.length === 0) throw new WorkbenchError('table-unreadable', { file, reason: kind })
    const read = found.map((table) => ({ file, ...table, ...(mapping ? { mapping } : {}) }))
    tables[kind] = [...(tables[kind] ?? []), ...read]
  }
  const steps = planImportSteps(session.plan, tables, options)
  return workThrough(steps, partOfWork(work, places.length, parts))
}

/** Imports tables as one act, all or nothing. @throws `work-cancelled` before anything is written */
export async function importTables(
  session: WorkbookSession,
  places: readonly TablePlace[],
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
  { path, read }: TableFile,
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
