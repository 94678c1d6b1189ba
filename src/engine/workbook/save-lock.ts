import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { WorkbenchError } from '../../core/error.ts'
import { hasEnded } from './has-ended.ts'
import { HOST } from './temporary-file.ts'

/** A lock that stood unchanged this long on our own clock was left by a process that died. */
const STALE_MS = 5_000
const STEP_MS = 20

/**
 * Runs the last moments of a save, comparing and replacing, while no other save of the same file runs its own.
 * @throws `workbook-locked` where the lock can be neither had nor cleared
 */
export function withSaveLock<T>(path: string, replace: () => T): T {
  const lock = join(dirname(path), `.~saving.${basename(path)}`)
  takeLock(lock, path)
  try {
    return replace()
  } finally {
    rmSync(lock, { force: true })
  }
}

function takeLock(lock: string, path: string): void {
  let seen = ''
  let since = performance.now()
  while (!createLock(lock)) {
    const now = describeLock(lock)
    if (now !== seen) {
      seen = now
      since = performance.now()
    }
    if (performance.now() - since > STALE_MS || isLeftHere(lock)) clearLock(lock, path)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP_MS)
  }
}

function createLock(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, `${HOST} ${process.pid}`)
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Which lock stands there: another process's lock in the same place is another file. */
function describeLock(lock: string): string {
  const stats = statSync(lock, { throwIfNoEntry: false })
  return stats ? `${stats.ino} ${stats.mtimeMs}` : ''
}

/** Whether the process that took it ran on this computer and has ended. */
function isLeftHere(lock: string): boolean {
  try {
    const [host, pid] = readFileSync(lock, 'utf8').split(' ')
    return host === HOST && hasEnded(Number(pid))
  } catch {
    return false
  }
}

function clearLock(lock: string, path: string): void {
  try {
    rmSync(lock, { force: true })
  } catch (cause) {
    throw new WorkbenchError('workbook-locked', { name: basename(path), owner: lock }, { cause })
  }
}
