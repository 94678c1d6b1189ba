import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
import { WorkbenchError } from '../../core/error.ts'
import { withSaveLock } from './save-lock.ts'
import { sweepTemporaries, temporaryPath } from './temporary-file.ts'
import { holdsBytes } from './workbook-bytes.ts'

const RENAME_PATIENCE_MS = 5_000
const RETRYABLE = new Set(['EPERM', 'EBUSY', 'EACCES'])

/** What must hold before new bytes may stand in a file's place; each throws where it does not. */
export interface ReplaceChecks {
  /** Runs when the new bytes are on disk beside the file. */
  readonly whenWritten?: () => void
  /** Runs at the last moment, while no other save of the file runs. */
  readonly atLast?: () => void
}

/** Puts bytes in a file's place; the old file stands until the new one is on disk and read back. @throws `save-failed` */
export function replaceFile(path: string, bytes: Uint8Array, checks: ReplaceChecks = {}): void {
  const temporary = temporaryPath(path)
  try {
    sweepTemporaries(path)
    writeDurably(temporary, bytes, rightsOf(path))
    if (!holdsBytes(temporary, bytes)) {
      throw new Error('what was written does not read back')
    }
    checks.whenWritten?.()
    withSaveLock(path, () => {
      checks.atLast?.()
      renameOver(temporary, path)
    })
    syncFolder(dirname(path))
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause instanceof WorkbenchError ? cause : saveFailed(path, cause)
  }
}

/** A save that a disk or another program stopped, with what the system said. */
export function saveFailed(path: string, cause: unknown): WorkbenchError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new WorkbenchError('save-failed', { name: basename(path), path, reason }, { cause })
}

/** Who may read and write a file; null for a new one, which gets the rights its folder gives. */
function rightsOf(path: string): number | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats ? stats.mode & 0o777 : null
}

/** Whether a file was marked not to be changed; replacing it would pass that by. */
export function isMarkedReadOnly(path: string): boolean {
  const rights = rightsOf(path)
  return rights !== null && (rights & 0o222) === 0
}

/** What only some may read must not become readable to all by being saved; some shares know no rights. */
function giveRights(file: number, rights: number): void {
  try {
    fchmodSync(file, rights)
  } catch {
    // Who may read there is the share's to say.
  }
}

function writeDurably(path: string, bytes: Uint8Array, rights: number | null): void {
  const file = openSync(path, 'wx', 0o666)
  try {
    if (rights !== null) giveRights(file, rights)
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
