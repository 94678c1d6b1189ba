import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { WorkbenchError } from '../../core/error.ts'
import { keepGeneration } from './generations.ts'
import { isMarkedReadOnly, replaceFile, saveFailed } from './replace-file.ts'
import { sealFile } from './trailer.ts'
import { hashBytes, holdsBytes } from './workbook-bytes.ts'

/** Which file a save replaces. */
export interface FileOrder {
  readonly path: string
  /** SHA-256 the target must still have; null where there must be none; left out, whatever stands there may go. */
  readonly expectedHash?: string | null | undefined
}

interface Replaced {
  readonly bytes: Buffer
  readonly hash: string
}

/**
 * Seals a file, which has room for its trailer, and puts it in the place of the one a person named, keeping what stood
 * there; `awaitProof` runs when all is written and throws where it must not be published. Gives the new file's hash.
 * @throws `workbook-changed-outside` `save-failed`
 */
export function putInPlace(
  order: FileOrder,
  bytes: Uint8Array,
  awaitProof: () => void = () => undefined,
): string {
  const { path } = order
  const hash = sealFile(bytes)
  const replaced = checkTarget(order)
  const kept = replaced && keepReplaced(order, replaced)
  try {
    replaceFile(path, bytes, {
      whenWritten: awaitProof,
      // Once more at the last moment: writing takes long enough for somebody else to have saved meanwhile.
      atLast: () => checkUnchanged(path, replaced?.bytes ?? null),
    })
  } catch (error) {
    // What still stands in its place may be changed there, and with it what shares its bytes.
    if (kept !== null) rmSync(kept, { force: true })
    throw error
  }
  return hash
}

/**
 * What we ourselves wrote last may go where this computer has no room left to keep it: work that is in no file matters
 * more. Somebody else's version may not.
 */
function keepReplaced({ path, expectedHash }: FileOrder, { bytes, hash }: Replaced): string | null {
  try {
    return keepGeneration(path, bytes, new Date(), hash)
  } catch (cause) {
    if (expectedHash === undefined) throw saveFailed(path, cause)
    return null
  }
}

/** The file a save would replace, or null where none stands. @throws `workbook-changed-outside` */
function checkTarget({ path, expectedHash }: FileOrder): Replaced | null {
  if (!existsSync(path)) return null
  const bytes = readTarget(path)
  const hash = hashBytes(bytes)
  if (expectedHash !== undefined && hash !== expectedHash) throw changedOutside(path)
  return { bytes, hash }
}

function checkUnchanged(path: string, bytes: Buffer | null): void {
  if (!existsSync(path)) return
  if (bytes === null || !holdsBytes(path, bytes)) throw changedOutside(path)
}

function changedOutside(path: string): WorkbenchError {
  return new WorkbenchError('workbook-changed-outside', { name: basename(path), path })
}

function readTarget(path: string): Buffer {
  try {
    // A pipe or a device would be waited for, not read.
    if (!statSync(path).isFile()) throw new Error('not a file')
    if (isMarkedReadOnly(path)) throw new Error('read-only')
    return readFileSync(path)
  } catch (cause) {
    throw saveFailed(path, cause)
  }
}
