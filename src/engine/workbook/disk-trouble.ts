import Sqlite from 'better-sqlite3'

/** Whether a disk that is full, away or not to be written to stopped the database. */
export function isDiskTrouble(error: unknown): error is Error {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(?:FULL|IOERR|READONLY)/.test(error.code)
}
