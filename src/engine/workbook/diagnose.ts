import { basename } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { type Failure, toFailure } from '../../contract/failure.ts'
import { WorkbenchError } from '../../core/error.ts'
import { checkHistory } from './check-history.ts'
import { openForReading, openMigrated } from './check-database.ts'
import { readVersion } from './migrate.ts'
import { ownTables } from './own-tables.ts'
import { loadPlan } from './plan-store.ts'
import { fingerprintSchema, ownFingerprint } from './schema-fingerprint.ts'
import { readTrailer } from './trailer.ts'
import { readBytes } from './workbook-bytes.ts'

/** Says what exactly is wrong inside a file that was refused: the damaged tables, else the first log entry that does not fit. */
export function diagnose(path: string): readonly Failure[] {
  const name = basename(path)
  const { pages } = readTrailer(readBytes(path, name))
  try {
    return examine(pages, name)
  } catch (error) {
    // What cannot even be opened was named when the file was refused.
    if (error instanceof Sqlite.SqliteError) return []
    throw error
  }
}

function examine(pages: Uint8Array, name: string): readonly Failure[] {
  const db = openForReading(pages)
  try {
    if (fingerprintSchema(db) !== ownFingerprint(readVersion(db))) return []
    const damaged = ownTables(db).filter((table) => isDamaged(db, table.name))
    if (damaged.length === 0) return findInconsistency(pages)
    return damaged.map((table) => ({
      code: 'workbook-table-damaged',
      detail: { name, table: table.name },
    }))
  } finally {
    db.close()
  }
}

/** Damage inside a table shows as a finding or, where the check itself cannot go on, as an error. */
function isDamaged(db: Database, table: string): boolean {
  try {
    return db.pragma(`integrity_check(${table})`, { simple: true }) !== 'ok'
  } catch {
    return true
  }
}

/** An older log gets its chain first, in memory. */
function findInconsistency(pages: Uint8Array): readonly Failure[] {
  const db = openMigrated(pages)
  try {
    checkHistory(db, loadPlan(db))
    return []
  } catch (error) {
    if (error instanceof WorkbenchError) return [toFailure(error)]
    throw error
  } finally {
    db.close()
  }
}
