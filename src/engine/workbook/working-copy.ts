import { randomUUID } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { z } from 'zod'
import { WorkbenchError } from '../../core/error.ts'
import { migrate } from './migrate.ts'
import { stateFolder } from './state-folder.ts'

/** A little more than what the log holds when the database empties it, 1,000 pages. */
const LOG_BYTES = 4_400_000

const originSchema = z.strictObject({
  path: z.string().nullable(),
  /** SHA-256 of the file as we opened or last wrote it. */
  hash: z.string().nullable(),
  /** The revision that file holds. */
  revision: z.number().int(),
  /** What it is called while it has no file. */
  name: z.string().default(''),
  /** When it was closed without saving, UTC. */
  discardedAt: z.string().nullable().default(null),
  /** Whether it serves one command only, so that nobody would look for what a killed one left. */
  isPassing: z.boolean().default(false),
})

/** Where a working copy came from: its file, what that file held, and which revision it holds. */
export type Origin = z.infer<typeof originSchema>

/** A workbook being edited: a durable database of our own, away from the person's file. */
export interface WorkingCopy {
  readonly folder: string
  readonly db: Database
}

/** Starts a working copy: empty, or with the database that `fill` puts at the path it is given. */
export function createWorkingCopy(fill: (path: string) => void = () => undefined): WorkingCopy {
  const folder = join(stateFolder('work'), randomUUID())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    fill(databasePath(folder))
    return { folder, db: openDatabase(folder) }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/**
 * Takes up a working copy an engine left behind.
 * @throws `workbook-none-open` where there is none, `draft-unknown` where another engine has it
 */
export function resumeWorkingCopy(folder: string): WorkingCopy {
  if (!existsSync(databasePath(folder))) throw new WorkbenchError('workbook-none-open', {})
  try {
    return { folder, db: openDatabase(folder) }
  } catch (cause) {
    if (!(cause instanceof Sqlite.SqliteError) || !cause.code.startsWith('SQLITE_BUSY')) throw cause
    throw new WorkbenchError('draft-unknown', { draft: basename(folder) }, { cause })
  }
}

/** Ends a working copy; its folder stays unless it is no longer needed. */
export function closeWorkingCopy({ folder, db }: WorkingCopy, isNeeded: boolean): void {
  db.close()
  if (!isNeeded) rmSync(folder, { recursive: true, force: true })
}

/** Reads where a working copy came from. */
export function readOrigin(folder: string): Origin {
  return originSchema.parse(JSON.parse(readFileSync(join(folder, 'origin.json'), 'utf8')))
}

/** Records where a working copy came from, whole or not at all. */
export function writeOrigin(folder: string, origin: Origin): void {
  const path = join(folder, 'origin.json')
  writeFileSync(`${path}.tmp`, JSON.stringify(origin), { mode: 0o600, flush: true })
  renameSync(`${path}.tmp`, path)
}

function databasePath(folder: string): string {
  return join(folder, 'w.db')
}

/**
 * Gives the write-ahead log its room in advance: a sync that also has to record a file's growth takes several times as
 * long. The database reads no further than what it wrote itself.
 */
function growLog(folder: string): void {
  const path = join(folder, 'w.db-wal')
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? LOG_BYTES
  if (size < LOG_BYTES) appendFileSync(path, Buffer.alloc(LOG_BYTES - size), { flush: true })
}

function openDatabase(folder: string): Database {
  const db = new Sqlite(databasePath(folder))
  db.defaultSafeIntegers(true)
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('journal_mode = WAL')
  // After WAL: the build's default there is NORMAL, which may lose acknowledged edits on power loss.
  db.pragma('synchronous = FULL')
  if (Number(db.pragma('synchronous', { simple: true })) !== 2) {
    throw new Error('the working copy does not sync in full')
  }
  for (const setting of [
    'foreign_keys = ON',
    'trusted_schema = OFF',
    'cell_size_check = ON',
    'secure_delete = ON',
    'temp_store = MEMORY',
  ]) {
    db.pragma(setting)
  }
  migrate(db)
  growLog(folder)
  return db
}
