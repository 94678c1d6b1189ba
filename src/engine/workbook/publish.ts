import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { WorkbenchError } from '../../core/error.ts'
import type { Plan } from '../../core/plan.ts'
import { saysTheSame } from '../../core/same-plan.ts'
import { hashBytes, holdsBytes } from './workbook-bytes.ts'
import { keepGeneration } from './generations.ts'
import { loadPlan } from './plan-store.ts'
import { rememberPublished } from './published.ts'
import { withSaveLock } from './save-lock.ts'
import { sweepTemporaries, temporaryPath } from './temporary-file.ts'
import { sealPages } from './trailer.ts'
import type { WorkingCopy } from './working-copy.ts'

const RENAME_PATIENCE_MS = 5_000
const RETRYABLE = new Set(['EPERM', 'EBUSY', 'EACCES'])

/** What a save expects and must find again in what it wrote. */
export interface PublishOrder {
  readonly path: string
  /** SHA-256 the target must still have; null where there must be none. */
  readonly expectedHash: string | null
  /** What the file must say, read back before it may stand in the target's place. */
  readonly plan: Plan
}

interface Replaced {
  readonly bytes: Buffer
  readonly hash: string
}

/** Writes the working copy to the person's file, whole or not at all, and gives the file's hash. */
export function publish(copy: WorkingCopy, order: PublishOrder): string {
  const { bytes, hash } = sealPages(snapshot(copy, order.plan))
  const replaced = checkTarget(order)
  if (replaced) keepGeneration(order.path, replaced.bytes, new Date(), replaced.hash)
  // Once more at the last moment: writing takes long enough for somebody else to have saved meanwhile.
  replaceFile(order.path, bytes, () => checkUnchanged(order.path, replaced?.bytes ?? null))
  rememberPublished(hash)
  return hash
}

/** Copies the database into one compact file and proves that the copy says the same. */
function snapshot({ folder, db }: WorkingCopy, plan: Plan): Buffer {
  const path = join(folder, 'publish.db')
  rmSync(path, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(path)
    const copy = new Sqlite(path, { readonly: true })
    try {
      checkSnapshot(copy, plan)
    } finally {
      copy.close()
    }
    return readFileSync(path)
  } finally {
    rmSync(path, { force: true })
  }
}

function checkSnapshot(copy: Database, plan: Plan): void {
  copy.defaultSafeIntegers(true)
  const isWhole = copy.pragma('integrity_check(1)', { simple: true }) === 'ok'
  if (!isWhole || !saysTheSame(loadPlan(copy), plan)) {
    throw new Error('the copy to be saved differs from the workbook in memory')
  }
}

/** The file a save would replace, or null where none stands. @throws `workbook-changed-outside` */
function checkTarget({ path, expectedHash }: PublishOrder): Replaced | null {
  if (!existsSync(path)) return null
  const bytes = readTarget(path)
  const hash = hashBytes(bytes)
  if (hash !== expectedHash) throw changedOutside(path)
  return { bytes, hash }
}

function checkUnchanged(path: string, bytes: Buffer | null): void {
  if (!existsSync(path)) return
  if (bytes === null || !holdsBytes(path, bytes)) throw changedOutside(path)
}

function changedOutside(path: string): WorkbenchError {
  return new WorkbenchError('workbook-changed-outside', { name: basename(path), path })
}

/** The hash of what stands at a path now: what a person who chose that path agreed to replace. */
export function hashTarget(path: string): string | null {
  return existsSync(path) ? hashBytes(readTarget(path)) : null
}

function readTarget(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw saveFailed(path, cause)
  }
}

/** Puts bytes in a file's place; the old file stands until the new one is on disk and read back. */
export function replaceFile(
  path: string,
  bytes: Uint8Array,
  checkLast: () => void = () => undefined,
): void {
  const temporary = temporaryPath(path)
  try {
    sweepTemporaries(path)
    writeDurably(temporary, bytes)
    if (!holdsBytes(temporary, bytes)) {
      throw new Error('what was written does not read back')
    }
    withSaveLock(path, () => {
      checkLast()
      renameOver(temporary, path)
    })
    syncFolder(dirname(path))
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause instanceof WorkbenchError ? cause : saveFailed(path, cause)
  }
}

function saveFailed(path: string, cause: unknown): WorkbenchError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new WorkbenchError('save-failed', { name: basename(path), path, reason }, { cause })
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o666)
  try {
    // On a full disk a write may be short without failing, so each count is checked.
    for (let at = 0; at < bytes.length; ) {
      const written = writeSync(file, bytes, at)
      if (written === 0) throw new Error('no space left')
      at += written
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function renameOver(from: string, to: string): void {
  const start = performance.now()
  for (let wait = 25; ; wait *= 2) {
    try {
      return renameSync(from, to)
    } catch (error) {
      const isLocked = RETRYABLE.has((error as NodeJS.ErrnoException).code ?? '')
      if (!isLocked || performance.now() - start + wait > RENAME_PATIENCE_MS) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
    }
  }
}

function syncFolder(path: string): void {
  // Windows has no handle on a folder; its rename is written through.
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
