import { createHash } from 'node:crypto'
import { type Stats, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { WorkbenchError } from '../../core/error.ts'
import { APPLICATION_ID, SCHEMA_VERSION } from './migrate.ts'
import { fingerprintSchema, ownFingerprint } from './schema-fingerprint.ts'
import { readTrailer } from './trailer.ts'

const PAGE_BYTES = 4096
const MAX_BYTES = 256 * 1024 * 1024

/** A workbook file that passed every check: its SQLite pages and the hash of the whole file. */
export interface Intake {
  readonly pages: Uint8Array
  readonly hash: string
}

/** Reads a workbook file once and refuses what is not a whole, unaltered workbook of a version we know. */
export function readWorkbookFile(path: string): Intake {
  const name = basename(path)
  const bytes = readBytes(path, name)
  checkHeader(bytes, name)
  const { pages, state } = readTrailer(bytes)
  if (state === 'differs') throw new WorkbenchError('workbook-altered', { name })
  if (state === 'absent') throw new WorkbenchError('workbook-no-trailer', { name })
  checkPageCount(pages, name)
  checkDatabase(pages, name)
  return { pages, hash: hashBytes(bytes) }
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function readBytes(path: string, name: string): Buffer {
  const stats = statFile(path, name)
  if (!stats.isFile() || stats.size < PAGE_BYTES) {
    throw new WorkbenchError('workbook-not-a-workbook', { name })
  }
  if (stats.size > MAX_BYTES) throw new WorkbenchError('workbook-too-large', { name })
  return readFileSync(path)
}

function statFile(path: string, name: string): Stats {
  try {
    return statSync(path)
  } catch (cause) {
    throw new WorkbenchError('workbook-not-found', { name, path }, { cause })
  }
}

/** The header is read by hand: no database code runs on bytes that are not ours. */
function checkHeader(bytes: Buffer, name: string): void {
  const isOurs =
    bytes.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
    bytes.readUInt32BE(68) === APPLICATION_ID &&
    bytes.readUInt16BE(16) === PAGE_BYTES &&
    bytes[18] === 1 &&
    bytes[19] === 1 &&
    bytes.readUInt32BE(56) === 1
  if (!isOurs) throw new WorkbenchError('workbook-not-a-workbook', { name })
  const version = bytes.readUInt32BE(60)
  if (version > SCHEMA_VERSION) {
    throw new WorkbenchError('workbook-too-new', { name, version, supported: SCHEMA_VERSION })
  }
  if (version < 1) throw new WorkbenchError('workbook-not-a-workbook', { name })
}

function checkPageCount(pages: Uint8Array, name: string): void {
  const stated = Buffer.from(pages.buffer, pages.byteOffset, pages.length).readUInt32BE(28)
  if (stated * PAGE_BYTES !== pages.length) throw new WorkbenchError('workbook-damaged', { name })
}

function checkDatabase(pages: Uint8Array, name: string): void {
  const db = new Sqlite(Buffer.from(pages), { readonly: true })
  try {
    hardenReading(db)
    // The fingerprint comes before any check pragma: a hostile CHECK would run inside one.
    if (fingerprintSchema(db) !== ownFingerprint()) {
      throw new WorkbenchError('workbook-foreign-schema', { name })
    }
    const verdict = db.pragma('integrity_check(1)', { simple: true })
    const orphans = db.pragma('foreign_key_check') as unknown[]
    if (verdict !== 'ok' || orphans.length > 0)
      throw new WorkbenchError('workbook-damaged', { name })
  } catch (cause) {
    if (cause instanceof Sqlite.SqliteError) {
      throw new WorkbenchError('workbook-damaged', { name }, { cause })
    }
    throw cause
  } finally {
    db.close()
  }
}

function hardenReading(db: Database): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('query_only = ON')
}
