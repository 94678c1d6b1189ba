import { createHash } from 'node:crypto'
import Sqlite, { type Database } from 'better-sqlite3'
import { SCHEMA_VERSION, migrate } from './migrate.ts'

const MAX_OBJECTS = 200

/** SHA-256 over every schema object's type, name and definition with white space folded. */
export function fingerprintSchema(db: Database): string {
  const objects = db
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name LIMIT ${MAX_OBJECTS + 1}`,
    )
    .all()
  const hash = createHash('sha256')
  for (const { type, name, tbl_name, sql } of objects) {
    hash.update(JSON.stringify([type, name, tbl_name, sql?.replace(/\s+/g, ' ') ?? null]))
  }
  return hash.digest('hex')
}

const own = new Map<number, string>()

/** The fingerprint of the schema this program writes, or of one it wrote in an earlier version. */
export function ownFingerprint(version = SCHEMA_VERSION): string {
  const known = own.get(version)
  if (known !== undefined) return known
  const db = new Sqlite(':memory:')
  try {
    migrate(db, version)
    const fingerprint = fingerprintSchema(db)
    own.set(version, fingerprint)
    return fingerprint
  } finally {
    db.close()
  }
}
