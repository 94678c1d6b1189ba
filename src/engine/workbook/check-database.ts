import Sqlite, { type Database } from 'better-sqlite3'
import { WorkbenchError } from '../../core/error.ts'
import { checkLimits } from './check-limits.ts'
import { findBrokenEntry } from './change-chain.ts'
import { migrate } from './migrate.ts'
import { loadPlan } from './plan-store.ts'
import { fingerprintSchema, ownFingerprint } from './schema-fingerprint.ts'

/** The version that gave the change log its chain. */
const FIRST_CHAINED = 4

/**
 * Refuses pages that are not a consistent workbook of the version stated. It runs foreign bytes through a database, so
 * it belongs into a process that may be killed.
 */
export function checkDatabase(pages: Uint8Array, version: number, name: string): void {
  const db = openForReading(pages)
  try {
    // The fingerprint comes before any check pragma: a hostile CHECK would run inside one.
    if (fingerprintSchema(db) !== ownFingerprint(version)) {
      throw new WorkbenchError('workbook-foreign-schema', { name })
    }
    checkStructure(db, name)
    checkLimits(db, name)
    if (version >= FIRST_CHAINED) checkChain(db)
    checkPlan(pages, name)
  } catch (cause) {
    if (!(cause instanceof Sqlite.SqliteError)) throw cause
    throw new WorkbenchError('workbook-damaged', { name }, { cause })
  } finally {
    db.close()
  }
}

/** Opens pages in memory, with nothing that could be written or run. */
export function openForReading(pages: Uint8Array): Database {
  const db = new Sqlite(bufferOf(pages), { readonly: true })
  db.defaultSafeIntegers(true)
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('query_only = ON')
  return db
}

/** Opens checked pages in memory, brought to the current schema there; the pages themselves stay as they are. */
export function openMigrated(pages: Uint8Array): Database {
  const db = new Sqlite(bufferOf(pages))
  db.defaultSafeIntegers(true)
  db.pragma('trusted_schema = OFF')
  migrate(db)
  return db
}

/** The same bytes as the database wants them, which takes a copy of its own. */
function bufferOf(pages: Uint8Array): Buffer {
  return Buffer.from(pages.buffer, pages.byteOffset, pages.length)
}

function checkStructure(db: Database, name: string): void {
  const verdict = db.pragma('integrity_check(1)', { simple: true })
  const orphans = db.pragma('foreign_key_check') as unknown[]
  if (verdict !== 'ok' || orphans.length > 0) throw new WorkbenchError('workbook-damaged', { name })
}

function checkChain(db: Database): void {
  const seq = findBrokenEntry(db)
  if (seq !== null) throw new WorkbenchError('history-altered', { seq })
}

/** Reads every value as the plan will hold it. */
function checkPlan(pages: Uint8Array, name: string): void {
  const db = openMigrated(pages)
  try {
    loadPlan(db)
  } catch (cause) {
    const table = cause instanceof WorkbenchError ? String(cause.detail['table']) : 'funding_lines'
    throw new WorkbenchError('workbook-table-damaged', { name, table }, { cause })
  } finally {
    db.close()
  }
}
