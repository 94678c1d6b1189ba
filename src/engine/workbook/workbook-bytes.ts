import { createHash } from 'node:crypto'
import { type Stats, closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { WorkbenchError } from '../../core/error.ts'
import { APPLICATION_ID, SCHEMA_VERSION } from './migrate.ts'
import { readTrailer } from './trailer.ts'

/** The size of every page. */
export const PAGE_BYTES = 4096
/** The largest file that is read. */
export const MAX_BYTES = 256 * 1024 * 1024
const STRETCH_BYTES = 1024 * 1024

/** A file whose bytes, read once, are those of a whole workbook as far as can be told without a database. */
export interface WholeBytes {
  readonly pages: Uint8Array
  /** SHA-256 of the whole file. */
  readonly hash: string
  /** The schema version the header states. */
  readonly version: number
}

/** Reads a file once and refuses, by its bytes alone, what is not a whole workbook of a version we know. */
export function readWholeBytes(path: string): WholeBytes {
  const name = basename(path)
  const bytes = readBytes(path, name)
  const version = checkHeader(bytes, name)
  const { pages, state, hash } = readTrailer(bytes)
  if (state === 'differs') throw new WorkbenchError('workbook-altered', { name })
  if (state === 'absent') throw new WorkbenchError('workbook-no-trailer', { name })
  checkPageCount(pages, name)
  return { pages, hash, version }
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Whether a file holds exactly these bytes, read a stretch at a time: room for a second copy takes longer than reading. */
export function holdsBytes(path: string, bytes: Uint8Array): boolean {
  const stretch = Buffer.allocUnsafe(STRETCH_BYTES)
  const file = openSync(path, 'r')
  try {
    for (let at = 0; ; ) {
      const count = readSync(file, stretch)
      if (count === 0) return at === bytes.length
      if (!stretch.subarray(0, count).equals(bytes.subarray(at, at + count))) return false
      at += count
    }
  } finally {
    closeSync(file)
  }
}

/** Reads a regular file of a size a workbook may have. @throws `workbook-not-found` `workbook-not-a-workbook` `workbook-too-large` */
export function readBytes(path: string, name: string): Buffer {
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
function checkHeader(bytes: Buffer, name: string): number {
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
  return version
}

function checkPageCount(pages: Uint8Array, name: string): void {
  const stated = Buffer.from(pages.buffer, pages.byteOffset, pages.length).readUInt32BE(28)
  if (stated * PAGE_BYTES !== pages.length) throw new WorkbenchError('workbook-damaged', { name })
}
