import type { Database } from 'better-sqlite3'

/** One step of the workbook's schema: plain SQL, run inside the migration transaction, never edited once shipped. */
export interface Migration {
  readonly version: number
  up(db: Database): void
}
