import type { Database } from 'better-sqlite3'

/** A table of our own schema with its columns, in the order they were declared. */
export interface OwnTable {
  readonly name: string
  readonly columns: readonly OwnColumn[]
}

interface OwnColumn {
  readonly name: string
  readonly type: string
}

/** The tables of a database whose schema is known to be ours, those that are referred to first. */
export function ownTables(db: Database): readonly OwnTable[] {
  const names = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    .pluck()
    .all()
  return names.map((name) => ({
    name,
    columns: db
      .prepare<[string], OwnColumn>('SELECT name, type FROM pragma_table_info(?) ORDER BY cid')
      .all(name),
  }))
}
