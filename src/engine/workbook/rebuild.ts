import { rmSync, writeFileSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import { migrate } from './migrate.ts'
import { ownTables } from './own-tables.ts'

/**
 * Writes the rows of checked pages into a new database with our own definitions, column by column: nothing of the
 * foreign file's own pages survives.
 */
export function rebuild(pages: Uint8Array, version: number, path: string): void {
  const source = `${path}.source`
  const db = new Sqlite(path)
  try {
    writeFileSync(source, pages, { mode: 0o600 })
    db.pragma('trusted_schema = OFF')
    migrate(db, version)
    db.prepare('ATTACH ? AS source').run(source)
    // Rows may refer to each other in any order; every reference was checked before.
    db.pragma('foreign_keys = OFF')
    db.transaction(() => copyRows(db))()
    db.exec('DETACH source')
  } finally {
    db.close()
    rmSync(source, { force: true })
  }
}

function copyRows(db: Database): void {
  for (const { name, columns } of ownTables(db)) {
    const list = columns.map((column) => column.name).join(', ')
    db.exec(`INSERT INTO main.${name} (${list}) SELECT ${list} FROM source.${name}`)
  }
}
