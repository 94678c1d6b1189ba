import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { hasEnded } from './has-ended.ts'

/** Tells this computer's files from those of others in the same folder. */
export const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)

/** A new name beside a file for what is going to replace it. */
export function temporaryPath(path: string): string {
  const serial = randomBytes(6).toString('hex')
  return join(dirname(path), `.~${basename(path)}.${HOST}.${process.pid}.${serial}.tmp`)
}

/** Removes what saves of the same file left beside it when they were killed. */
export function sweepTemporaries(path: string): void {
  const folder = dirname(path)
  const start = `.~${basename(path)}.${HOST}.`
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(start) || !name.endsWith('.tmp')) continue
    const pid = Number(name.slice(start.length).split('.')[0])
    if (hasEnded(pid)) rmSync(join(folder, name), { force: true })
  }
}
