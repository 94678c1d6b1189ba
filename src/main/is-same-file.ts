import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'

/** Whether two paths lead to one file, whichever links they go through. */
export function isSameFile(path: string, other: string | null): boolean {
  return other !== null && realPath(path) === realPath(other)
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
