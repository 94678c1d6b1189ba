import { createHash } from 'node:crypto'

const MAGIC = Buffer.from('LGWTRAIL1', 'latin1')
const DIGEST_BYTES = 32

/** Bytes a trailer adds after the last SQLite page. */
export const TRAILER_BYTES = DIGEST_BYTES + MAGIC.length

/** What the end of a file says about the pages before it. */
export type TrailerState = 'matches' | 'differs' | 'absent'

/** A file's pages, what its trailer says of them, and the SHA-256 of the whole file. */
export interface TrailedPages {
  readonly pages: Uint8Array
  readonly state: TrailerState
  readonly hash: string
}

/** Seals a file whose pages stand before the room its trailer takes, and gives the SHA-256 of it all. */
export function sealFile(file: Uint8Array): string {
  const hash = createHash('sha256').update(file.subarray(0, file.length - TRAILER_BYTES))
  const trailer = Buffer.concat([hash.copy().digest(), MAGIC])
  file.set(trailer, file.length - TRAILER_BYTES)
  return hash.update(trailer).digest('hex')
}

/** Splits a file into its pages and what its trailer says of them, in one pass over a nation's hundred megabytes. */
export function readTrailer(bytes: Uint8Array): TrailedPages {
  const mark = bytes.subarray(bytes.length - MAGIC.length)
  const isTrailed = bytes.length >= TRAILER_BYTES && MAGIC.equals(mark)
  const pages = isTrailed ? bytes.subarray(0, bytes.length - TRAILER_BYTES) : bytes
  const trailer = bytes.subarray(pages.length)
  const hash = createHash('sha256').update(pages)
  const matches = hash.copy().digest().equals(trailer.subarray(0, DIGEST_BYTES))
  const state = isTrailed ? (matches ? 'matches' : 'differs') : 'absent'
  return { pages, state, hash: hash.update(trailer).digest('hex') }
}
