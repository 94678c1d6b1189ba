import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { checkDatabase } from './check-database.ts'
import { askIntake } from './intake-process.ts'
import { isPublished } from './published.ts'
import { rebuild } from './rebuild.ts'
import { readWholeBytes } from './workbook-bytes.ts'

/**
 * Puts the database of a person's file at `target` and gives the SHA-256 of the file; refuses what is not a whole,
 * unaltered workbook. Bytes this computer did not write itself are only ever looked into by a process that may be killed.
 */
export function takeIn(path: string, target: string): string {
  const { pages, hash } = readWholeBytes(path)
  if (!isPublished(hash)) return askIntake('take-in', path, target).hash
  writeFileSync(target, pages, { mode: 0o600, flush: true })
  return hash
}

/** Checks a file of unknown origin and rebuilds it at `target`; the work of the intake process. */
export function takeInForeign(path: string, target: string): { hash: string } {
  const { pages, hash, version } = readWholeBytes(path)
  checkDatabase(pages, version, basename(path))
  rebuild(pages, version, target)
  return { hash }
}
