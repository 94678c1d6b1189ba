import { basename } from 'node:path'
import Sqlite, { type Database, type Statement } from 'better-sqlite3'
import { WorkbenchError } from '../../core/error.ts'
import { openForReading } from './check-database.ts'
import { SCHEMA_VERSION, migrate, readVersion } from './migrate.ts'
import { type OwnTable, ownTables } from './own-tables.ts'
import { loadPlan } from './plan-store.ts'
import { readTrailer } from './trailer.ts'
import { MAX_BYTES, PAGE_BYTES, readBytes } from './workbook-bytes.ts'

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')
/** The log of a damaged file proves nothing, so a salvaged workbook starts one of its own. */
const LEFT_BEHIND = /^change_/
/** A gap this wide between two readable rows is not searched row by row. */
const WIDEST_GAP = 2_000_000n
/** How far rows are asked for where none can be read from the other end. */
const UNKNOWN_END = 10_000n

type Row = Record<string, unknown>

/**
 * Writes every row of a damaged file that can still be read, and that a plan may hold, into a new database without a
 * log; gives the number of rows. @throws `nothing-to-salvage`
 */
export function salvage(path: string, target: string): { rows: number } {
  const name = basename(path)
  const { pages } = readTrailer(readBytes(path, name))
  const rows = copyReadable(pages, target)
  if (rows === 0) throw new WorkbenchError('nothing-to-salvage', { name })
  return { rows }
}

function copyReadable(pages: Uint8Array, target: string): number {
  const db = new Sqlite(target)
  try {
    const source = openDamaged(pages)
    if (!source) return 0
    try {
      // Rows are copied as the damaged file has them and only then brought to the current schema.
      migrate(db, statedVersion(source))
      db.pragma('foreign_keys = OFF')
      const copy = () => planTables(db).forEach((table) => copyTable(source, db, table))
      db.transaction(copy)()
    } finally {
      source.close()
    }
    dropLoose(db)
    migrate(db)
    dropUnknown(db)
    return planTables(db).reduce((sum, { name }) => sum + countRows(db, name), 0)
  } finally {
    db.close()
  }
}

function statedVersion(db: Database): number {
  try {
    return Math.min(readVersion(db) || SCHEMA_VERSION, SCHEMA_VERSION)
  } catch {
    return SCHEMA_VERSION
  }
}

function openDamaged(pages: Uint8Array): Database | null {
  if (!Buffer.from(pages.subarray(0, MAGIC.length)).equals(MAGIC)) return null
  try {
    return openForReading(padToStated(pages))
  } catch {
    return null
  }
}

/** A database cut short is opened as if the lost pages were empty. */
function padToStated(pages: Uint8Array): Uint8Array {
  const stated = Buffer.from(pages.buffer, pages.byteOffset, pages.length).readUInt32BE(28)
  const length = Math.min(stated * PAGE_BYTES, MAX_BYTES)
  if (length <= pages.length) return pages
  return Buffer.concat([pages], length)
}

function planTables(db: Database): readonly OwnTable[] {
  return ownTables(db).filter(({ name }) => !LEFT_BEHIND.test(name))
}

function countRows(db: Database, table: string): number {
  return Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
}

/** Reads from both ends towards the damage, then asks for each row in between. */
function copyTable(source: Database, target: Database, table: OwnTable): void {
  const columns = table.columns.map(({ name }) => name).join(', ')
  const marks = table.columns.map(() => '?').join(', ')
  const insert = target.prepare(
    `INSERT OR IGNORE INTO ${table.name} (${columns}) VALUES (${marks})`,
  )
  const [first] = table.columns
  if (!first) return
  const key = first.name
  const select = `SELECT ${columns} FROM ${table.name}`
  const low = take(source, `${select} ORDER BY ${key}`, insert, key)
  if (low.isWhole) return
  const high = take(source, `${select} ORDER BY ${key} DESC`, insert, key)
  const from = low.last ?? 0n
  const to = high.last ?? from + UNKNOWN_END
  probe(source, `${select} WHERE ${key} = ?`, insert, { from, to })
}

function take(source: Database, sql: string, insert: Statement, key: string) {
  let last: bigint | null = null
  try {
    for (const row of source.prepare<[], Row>(sql).iterate()) {
      put(insert, row)
      if (typeof row[key] === 'bigint') last = row[key]
    }
    return { isWhole: true, last }
  } catch {
    return { isWhole: false, last }
  }
}

function probe(
  source: Database,
  sql: string,
  insert: Statement,
  { from, to }: { from: bigint; to: bigint },
): void {
  if (to - from > WIDEST_GAP) return
  let statement: Statement<[bigint], Row>
  try {
    statement = source.prepare<[bigint], Row>(sql)
  } catch {
    return
  }
  for (let key = from; key <= to; key += 1n) {
    try {
      for (const row of statement.iterate(key)) put(insert, row)
    } catch {
      // This row is gone; the next may be whole.
    }
  }
}

/** Our own definitions refuse a value that no plan holds; the row is then lost. */
function put(insert: Statement, row: Row): void {
  try {
    insert.run(...Object.values(row))
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
  }
}

/** Rows whose parent was lost go too. */
function dropLoose(db: Database): void {
  for (const { name } of planTables(db)) {
    const references = db
      .prepare<[string], { from: string; table: string; to: string }>(
        'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)',
      )
      .all(name)
    for (const { from, table, to } of references) {
      const isLoose = `${from} IS NOT NULL AND ${from} NOT IN (SELECT ${to} FROM ${table})`
      // A programme keeps its place at the top; anything else belongs to what is lost.
      if (from === 'parent_id' || from === 'programme_id') {
        db.exec(`UPDATE ${name} SET ${from} = NULL WHERE ${isLoose}`)
      } else db.exec(`DELETE FROM ${name} WHERE ${isLoose}`)
    }
  }
}

/** Rows with a word the plan does not know go, one kind after the other. */
function dropUnknown(db: Database): void {
  db.defaultSafeIntegers(true)
  ensurePlan(db)
  for (let round = 0; round < 1_000; round += 1) {
    try {
      loadPlan(db)
      return
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error
      dropValue(db, String(error.detail['table']), String(error.detail['value']))
      dropLoose(db)
    }
  }
}

function dropValue(db: Database, name: string, value: string): void {
  const table = planTables(db).find((candidate) => candidate.name === name)
  for (const { name: column } of table?.columns ?? []) {
    db.prepare(`DELETE FROM ${name} WHERE ${column} = ?`).run(value)
  }
}

/** Where the plan's own row is lost, the years found elsewhere say its period. */
function ensurePlan(db: Database): void {
  if (countRows(db, 'plan') > 0) return
  const years = `SELECT year FROM line_years UNION SELECT year FROM project_needs UNION SELECT year FROM allocations`
  db.exec(
    `INSERT INTO plan (id, title, organisation, from_year, to_year, basis)
      SELECT 1, '', '', min(year), max(year), '' FROM (${years}) HAVING count(*) > 0`,
  )
}
