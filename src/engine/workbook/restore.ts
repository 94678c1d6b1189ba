import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { WorkbenchError } from '../../core/error.ts'
import { checkUnheld, realPath } from './file-access.ts'
import { keepGeneration, readGeneration } from './generations.ts'
import { replaceFile } from './replace-file.ts'
import { readTrailer } from './trailer.ts'

/** Puts an earlier version in the file's place; what stood there becomes the newest of those kept. */
export function restoreGeneration(path: string, id: string, at: Date): void {
  const bytes = readGeneration(path, id)
  if (readTrailer(bytes).state !== 'matches') {
    throw new WorkbenchError('workbook-altered', { name: basename(path) })
  }
  const real = realPath(path)
  checkUnheld(real)
  if (existsSync(real)) keepGeneration(path, readFileSync(real), at)
  replaceFile(real, bytes)
}
