import { crc32, inflateRawSync } from 'node:zlib'
import { WorkbenchError } from '../../core/error.ts'

const MEGABYTE = 1024 * 1024

/** What a spreadsheet's archive may hold; a bomb is refused from its directory, before anything is inflated. */
export const ARCHIVE_LIMITS = {
  fileBytes: 50 * MEGABYTE,
  entries: 2000,
  entryBytes: 100 * MEGABYTE,
  totalBytes: 200 * MEGABYTE,
  ratio: 200,
  /** Small parts compress beyond any ratio and harm nobody. */
  ratioFrom: MEGABYTE,
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** Inflates every entry of an archive, sizes and checksums as declared. @throws `table-unreadable` `table-too-large` */
export function readArchive(bytes: Uint8Array, file: string): Map<string, Buffer> {
  if (bytes.length > ARCHIVE_LIMITS.fileBytes) throw tooLarge(file, 'file')
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = readDirectory(view, file)
  checkTotals(entries, view.length, file)
  return new Map(entries.map((entry) => [entry.name, inflate(view, entry, file)]))
}

function readDirectory(view: Buffer, file: string): Entry[] {
  const end = findEnd(view)
  if (end < 0) throw unreadable(file, 'damaged')
  const count = view.readUInt16LE(end + 10)
  if (count > ARCHIVE_LIMITS.entries) throw tooLarge(file, 'entries')
  const entries: Entry[] = []
  let at = view.readUInt32LE(end + 16)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50)
      throw unreadable(file, 'damaged')
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => view.readUInt16LE(at + o))
    entries.push(readEntry(view, at, nameLength ?? 0, file))
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries.filter(({ name }) => !name.endsWith('/'))
}

function findEnd(view: Buffer): number {
  const from = Math.max(0, view.length - 22 - 0xffff)
  for (let at = view.length - 22; at >= from; at -= 1) {
    if (view.readUInt32LE(at) === 0x06054b50) return at
  }
  return -1
}

function readEntry(view: Buffer, at: number, nameLength: number, file: string): Entry {
  const isEncrypted = (view.readUInt16LE(at + 8) & 1) === 1
  const method = view.readUInt16LE(at + 10)
  if (isEncrypted || (method !== 0 && method !== 8)) throw unreadable(file, 'compression')
  return {
    name: view.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
    method,
    crc: view.readUInt32LE(at + 16),
    packed: view.readUInt32LE(at + 20),
    size: view.readUInt32LE(at + 24),
    offset: view.readUInt32LE(at + 42),
  }
}

function checkTotals(entries: readonly Entry[], fileBytes: number, file: string): void {
  let [total, packed] = [0, 0]
  const names = new Set<string>()
  for (const entry of entries) {
    total += entry.size
    packed += entry.packed
    names.add(entry.name.toLowerCase())
    const isBomb =
      entry.size > ARCHIVE_LIMITS.ratioFrom && entry.size > entry.packed * ARCHIVE_LIMITS.ratio
    if (entry.size > ARCHIVE_LIMITS.entryBytes || isBomb) throw tooLarge(file, 'entry')
  }
  if (total > ARCHIVE_LIMITS.totalBytes) throw tooLarge(file, 'total')
  // Entries that share their packed bytes, or their name, make two readers see two workbooks.
  if (packed > fileBytes || names.size !== entries.length) throw unreadable(file, 'damaged')
}

function inflate(view: Buffer, entry: Entry, file: string): Buffer {
  const { offset, packed, size } = entry
  if (offset + 30 > view.length || view.readUInt32LE(offset) !== 0x04034b50) {
    throw unreadable(file, 'damaged')
  }
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28)
  const data = view.subarray(start, start + packed)
  const content = entry.method === 0 ? data : unpack(data, size, file)
  if (content.length !== size || crc32(content) !== entry.crc) throw unreadable(file, 'damaged')
  return content
}

function unpack(data: Buffer, size: number, file: string): Buffer {
  if (size === 0) return Buffer.alloc(0)
  try {
    // In one piece: the usual pieces of 16 KB are joined at the end, and a large part would stand twice.
    return inflateRawSync(data, { maxOutputLength: size, chunkSize: Math.max(64, size + 1) })
  } catch (cause) {
    throw unreadable(file, 'damaged', cause)
  }
}

function unreadable(file: string, reason: string, cause?: unknown): WorkbenchError {
  return new WorkbenchError('table-unreadable', { file, reason }, { cause })
}

function tooLarge(file: string, reason: string): WorkbenchError {
  return new WorkbenchError('table-too-large', { file, reason })
}
