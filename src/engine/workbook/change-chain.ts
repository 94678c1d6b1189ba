import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** An entry of the change log as its hash covers it. */
export interface ChainedEntry {
  readonly seq: number | bigint
  readonly id: string
  readonly at: string
  readonly author: string
  readonly kind: string
  readonly detail: string
  readonly step: string
  readonly step_of: number | bigint | null
}

/** What the first entry follows. */
const CHAIN_START = ''

const ENTRIES = 'SELECT seq, id, at, author, kind, detail, step, step_of FROM change_log'

/**
 * SHA-256 over the hash before, the entry's fields and its edits, each with its length in front. This encoding is part
 * of the file format: every workbook ever saved was hashed by it, so it never changes.
 */
export function hashEntry(previous: string, entry: ChainedEntry, edits: readonly string[]): string {
  const { seq, id, at, author, kind, detail, step, step_of } = entry
  const hash = createHash('sha256')
  const fields = [previous, seq, id, at, author, kind, detail, step, step_of ?? '', edits.length]
  hash.update(fields.map((field) => frame(String(field))).join(''))
  for (const edit of edits) hash.update(frame(edit))
  return hash.digest('hex')
}

function frame(field: string): string {
  return `${Buffer.byteLength(field)}:${field}`
}

/** Gives every entry its hash; for logs that were kept before there were any. */
export function chainEntries(db: Database): void {
  const insert = db.prepare('INSERT INTO change_hashes (seq, previous, hash) VALUES (?, ?, ?)')
  let previous = CHAIN_START
  for (const { entry, edits } of readEntries(db)) {
    const hash = hashEntry(previous, entry, edits)
    insert.run(entry.seq, previous, hash)
    previous = hash
  }
}

/** The hash the next entry follows. */
export function lastHash(db: Database): string {
  const last = db
    .prepare<[], string>('SELECT hash FROM change_hashes ORDER BY seq DESC LIMIT 1')
    .pluck()
  return last.get() ?? CHAIN_START
}

/** The number of the first entry that is missing, altered or out of place; null where the chain is whole. */
export function findBrokenEntry(db: Database): number | null {
  const find = db.prepare('SELECT previous, hash FROM change_hashes WHERE seq = ?')
  let previous = CHAIN_START
  let expected = 1
  for (const { entry, edits } of readEntries(db)) {
    const link = find.get(entry.seq) as { previous: string; hash: string } | undefined
    const isLinked = Number(entry.seq) === expected && link?.previous === previous
    if (!isLinked || link.hash !== hashEntry(previous, entry, edits)) return expected
    previous = link.hash
    expected += 1
  }
  const links = Number(db.prepare('SELECT count(*) FROM change_hashes').pluck().get())
  return links === expected - 1 ? null : expected
}

/** Entries in order, one at a time: an import alone may hold hundreds of thousands of edits. */
function* readEntries(db: Database): Generator<{ entry: ChainedEntry; edits: string[] }> {
  const items = db
    .prepare<unknown[], string>('SELECT edit FROM change_items WHERE seq = ? ORDER BY ordinal')
    .pluck()
  const seqs = db.prepare<[], number | bigint>('SELECT seq FROM change_log ORDER BY seq').pluck()
  const find = db.prepare<unknown[], ChainedEntry>(`${ENTRIES} WHERE seq = ?`)
  for (const seq of seqs.all()) {
    const entry = find.get(seq)
    if (entry) yield { entry, edits: items.all(seq) }
  }
}
