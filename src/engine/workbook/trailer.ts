import { createHash } from 'node:crypto'

const MAGIC = Buffer.from('LGWTRAIL1', 'latin1')
const DIGEST_BYTES = 32

/** Bytes a trailer adds after the last SQLite page. */
export const TRAILER_BYTES = DIGEST_BYTES + MAGIC.length

/** What the end of a file says about the pages before it. */
export type TrailerState = 'matches' | 'differs' | 'absent'

/** The trailer of these pages: their SHA-256 and our mark. */
export function makeTrailer(pages: Uint8Array): Buffer {
  return Buffer.concat([digest(pages), MAGIC])
}

/** Splits a file into its pages and what its trailer says of them. */
export function readTrailer(bytes: Uint8Array): { pages: Uint8Array; state: TrailerState } {
  const mark = bytes.subarray(bytes.length - MAGIC.length)
  if (bytes.length < TRAILER_BYTES || !MAGIC.equals(mark)) return { pages: bytes, state: 'absent' }
  const pages = bytes.subarray(0, bytes.length - TRAILER_BYTES)
  const stated = bytes.subarray(pages.length, pages.length + DIGEST_BYTES)
  return { pages, state: digest(pages).equals(stated) ? 'matches' : 'differs' }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
