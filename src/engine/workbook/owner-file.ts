import { randomUUID } from 'node:crypto'
import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { hasEnded } from './has-ended.ts'

const recordSchema = z.object({
  token: z.string().max(100),
  user: z.string().max(200),
  host: z.string().max(300),
  pid: z.number().int(),
  /** When the workbook was opened, UTC. */
  opened: z.string().max(40),
  /** When the owner last showed itself, UTC by its own clock. */
  beat: z.string().max(40),
})

/** Who says of a file that they have it open for editing. */
export type OwnerRecord = z.infer<typeof recordSchema>

/** The file beside a workbook that says who edits it; advice to others, never a lock. */
export function ownerPath(path: string): string {
  return join(dirname(path), `.~lock.${basename(path)}#`)
}

/** Who has a workbook open, or null; a file that cannot be understood names nobody but stands in the way all the same. */
export function readOwner(path: string): OwnerRecord | null {
  let text: string
  try {
    text = readFileSync(ownerPath(path), 'utf8')
  } catch {
    return null
  }
  try {
    return recordSchema.parse(JSON.parse(text))
  } catch {
    return { token: '', user: '?', host: '?', pid: 0, opened: '', beat: text.slice(0, 40) }
  }
}

/** Whether an owner on this very computer has ended without taking its file along. */
export function isDead({ host, pid }: OwnerRecord): boolean {
  return host === hostname() && pid > 0 && hasEnded(pid)
}

/** Whether this process wrote it: a workbook opened anew in the same window stays ours. */
export function isOurs({ host, pid }: OwnerRecord): boolean {
  return host === hostname() && pid === process.pid
}

/** Our own owner file beside a workbook. */
export class OwnerFile {
  private constructor(
    readonly path: string,
    private readonly record: OwnerRecord,
  ) {}

  /** Claims a workbook: our owner file, the owner who was there first, or null where no file can be written. */
  static claim(path: string): OwnerFile | OwnerRecord | null {
    const owner = new OwnerFile(path, newRecord())
    try {
      const file = openSync(ownerPath(path), 'wx')
      writeSync(file, encode(owner.record))
      closeSync(file)
      return owner
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return null
    }
    const other = readOwner(path)
    return other === null || isDead(other) || isOurs(other) ? OwnerFile.takeOver(path) : other
  }

  /** Puts our owner file in another's place; null where it cannot be written. */
  static takeOver(path: string): OwnerFile | null {
    const owner = new OwnerFile(path, newRecord())
    const temporary = `${ownerPath(path)}.${randomUUID()}`
    try {
      writeFileSync(temporary, encode(owner.record))
      renameSync(temporary, ownerPath(path))
      return owner
    } catch {
      rmSync(temporary, { force: true })
      return null
    }
  }

  /** Whether the file beside the workbook is still this one. */
  get isStanding(): boolean {
    return readOwner(this.path)?.token === this.record.token
  }

  /** Shows that we are still there, in place: a reader must never find the file missing or half written. */
  beat(at: Date): void {
    if (!this.isStanding) return
    try {
      const file = openSync(ownerPath(this.path), 'r+')
      writeSync(file, encode({ ...this.record, beat: at.toISOString() }), 0)
      closeSync(file)
    } catch {
      // A share that is away comes back, or the save says so.
    }
  }

  /** Takes our file away, and nobody else's. */
  release(): void {
    if (this.isStanding) rmSync(ownerPath(this.path), { force: true })
  }
}

function newRecord(): OwnerRecord {
  const now = new Date().toISOString()
  return {
    token: randomUUID(),
    user: userInfo().username,
    host: hostname(),
    pid: process.pid,
    opened: now,
    beat: now,
  }
}

function encode(record: OwnerRecord): string {
  return `${JSON.stringify(record)}\n`
}
