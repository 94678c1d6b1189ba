import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Draft } from '../../contract/draft.ts'
import { WorkbenchError } from '../../core/error.ts'
import { sweepGenerations } from './generations.ts'
import { stateFolder } from './state-folder.ts'
import { type Origin, readOrigin, writeOrigin } from './working-copy.ts'

const DAY_MS = 86_400_000
/** How long a draft that was closed without saving stays. */
const DISCARDED_STAY_MS = 30 * DAY_MS
/** A folder this young may be one that is being made or taken up just now. */
const SETTLED_MS = 600_000

/** Every draft no session holds, newest first; what need not be kept any longer goes. */
export function listDrafts(now: Date): readonly Draft[] {
  sweepGenerations(now)
  const root = stateFolder('work')
  const ids = existsSync(root) ? readdirSync(root) : []
  const drafts = ids.flatMap((id) => examine(id, now) ?? [])
  return drafts.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** The working copy's folder of a draft. @throws `draft-unknown` */
export function findDraft(id: string): string {
  const folder = join(stateFolder('work'), id)
  const isName = basename(id) === id && id !== '.' && id !== '..'
  if (!isName || !existsSync(join(folder, 'origin.json'))) {
    throw new WorkbenchError('draft-unknown', { draft: id })
  }
  return folder
}

/** Counts a draft as discarded; it stays for thirty days more. */
export function discardDraft(id: string, now: Date): void {
  const folder = findDraft(id)
  writeOrigin(folder, { ...readOrigin(folder), discardedAt: now.toISOString() })
}

/** What is in a folder, or null where it is in use, holds nothing that would be lost or has had its time. */
function examine(id: string, now: Date): Draft | null {
  const folder = join(stateFolder('work'), id)
  const age = now.getTime() - lastWrite(folder)
  const origin = originOf(folder)
  const held = origin && peek(folder)
  if (held === 'in-use') return null
  const isPast =
    origin?.discardedAt != null &&
    now.getTime() - Date.parse(origin.discardedAt) > DISCARDED_STAY_MS
  if (!origin || !held || isPast || origin.isPassing || held.revision === origin.revision) {
    if (age > SETTLED_MS || isPast) rmSync(folder, { recursive: true, force: true })
    return null
  }
  return {
    id,
    name: origin.path === null ? held.title : basename(origin.path, '.lgw'),
    path: origin.path,
    at: new Date(lastWrite(folder)).toISOString(),
    edits: held.revision - origin.revision,
    isDiscarded: origin.discardedAt !== null,
  }
}

function originOf(folder: string): Origin | null {
  try {
    return readOrigin(folder)
  } catch {
    return null
  }
}

/** Looks into a working copy without changing it. */
function peek(folder: string): { title: string; revision: number } | 'in-use' | null {
  const path = join(folder, 'w.db')
  if (!existsSync(path)) return null
  const db = new Sqlite(path, { timeout: 0 })
  try {
    const title = db.prepare<[], string>('SELECT title FROM plan').pluck().get()
    const revision = db.prepare<[], number>('SELECT max(seq) FROM change_log').pluck().get()
    return { title: title ?? '', revision: revision ?? 0 }
  } catch (error) {
    const isBusy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
    return isBusy ? 'in-use' : null
  } finally {
    db.close()
  }
}

function lastWrite(folder: string): number {
  const times = ['w.db', 'w.db-wal', '.'].map(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  )
  return Math.max(...times)
}
