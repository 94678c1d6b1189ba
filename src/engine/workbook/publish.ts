import type { Database } from 'better-sqlite3'
import type { WorkbenchError } from '../../core/error.ts'
import type { Plan } from '../../core/plan.ts'
import { saysTheSame } from '../../core/same-plan.ts'
import { openForReading } from './check-database.ts'
import { type FileOrder, putInPlace } from './put-in-place.ts'
import { putInPlaceMeanwhile } from './put-in-place-meanwhile.ts'
import { loadPlan } from './plan-store.ts'
import { rememberPublished } from './published.ts'
import { saveFailed } from './replace-file.ts'
import { TRAILER_BYTES } from './trailer.ts'
import { isDiskTrouble } from './disk-trouble.ts'
import { MAX_BYTES } from './workbook-bytes.ts'
import type { WorkingCopy } from './working-copy.ts'

/** From this size on the proof and the writing take long enough to be worth two threads. */
const LARGE_BYTES = 8 << 20
/** Room that deleted rows left is given back where it is more than this share of a file. */
const MOST_UNUSED = 0.1

/** What a save expects and must find again in what it wrote. */
export interface PublishOrder extends FileOrder {
  /** What the file must say, read back before it may stand in the target's place. */
  readonly plan: Plan
}

/** Writes the working copy to the person's file, whole or not at all, and gives the file's hash. */
export function publish({ db }: WorkingCopy, { plan, ...order }: PublishOrder): string {
  const bytes = snapshot(db)
  if (bytes.length > MAX_BYTES) throw tooLarge(order.path)
  const pages = bytes.subarray(0, bytes.length - TRAILER_BYTES)
  const prove = () => checkSnapshot(pages, plan)
  const hash =
    bytes.length < LARGE_BYTES
      ? putProven(order, bytes, prove)
      : putInPlaceMeanwhile(order, bytes, prove)
  rememberPublished(hash)
  return hash
}

function putProven(order: FileOrder, bytes: Uint8Array, prove: () => void): string {
  prove()
  return putInPlace(order, bytes)
}

/** What could not be opened again must not stand in the place of what can. */
function tooLarge(path: string): WorkbenchError {
  return saveFailed(path, new Error(`> ${MAX_BYTES >> 20} MB`))
}

/** The database as one compact file that two threads can see, with room for its trailer. */
function snapshot(db: Database): Buffer {
  const [unused, all] = ['freelist_count', 'page_count'].map((name) =>
    Number(db.pragma(name, { simple: true })),
  ) as [number, number]
  if (unused > all * MOST_UNUSED) compact(db)
  const pages = db.serialize()
  const bytes = Buffer.from(new SharedArrayBuffer(pages.length + TRAILER_BYTES))
  bytes.set(pages)
  // The working copy keeps a write-ahead log beside it; the file stands alone.
  return bytes.fill(1, 18, 20)
}

/** A full disk has no room to make room: the file is then larger than it need be. */
function compact(db: Database): void {
  try {
    db.exec('VACUUM')
  } catch (error) {
    if (!isDiskTrouble(error)) throw error
  }
}

/** Proves that a copy is whole and says what the plan in memory does. */
function checkSnapshot(pages: Uint8Array, plan: Plan): void {
  const copy = openForReading(pages)
  try {
    const isWhole = copy.pragma('integrity_check(1)', { simple: true }) === 'ok'
    if (isWhole && saysTheSame(loadPlan(copy), plan)) return
    throw new Error('the copy to be saved differs from the workbook in memory')
  } finally {
    copy.close()
  }
}
