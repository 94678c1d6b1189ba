import { createHash } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { KeptVersion } from '../../contract/draft.ts'
import { WorkbenchError } from '../../core/error.ts'
import { stateFolder } from './state-folder.ts'
import { hashBytes, holdsBytes } from './workbook-bytes.ts'

const NEWEST = 20
const DAILY_DAYS = 30
const DAY_MS = 86_400_000
/** The versions of a file nobody saved for this long go. */
const UNTOUCHED_DAYS = 365

const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{12}$/

/** Keeps the bytes a save is about to replace, thins out what was kept before, and gives where they are kept unless they were already. */
export function keepGeneration(
  path: string,
  bytes: Uint8Array,
  at: Date,
  sha256 = hashBytes(bytes),
): string | null {
  const folder = folderOf(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const hash = sha256.slice(0, 12)
  const [newest] = readIds(folder)
  if (newest?.endsWith(hash)) return null
  const target = join(folder, `${at.toISOString().replace(/[-:.]/g, '')}-${hash}`)
  putAside(realPath(path), bytes, `${target}.tmp`)
  renameSync(`${target}.tmp`, `${target}.lgw`)
  for (const id of surplus(readIds(folder), at)) rmSync(join(folder, `${id}.lgw`), { force: true })
  return `${target}.lgw`
}

/** A second name for the file costs nothing where both stand on one disk and nobody else has a name for it. */
function putAside(path: string, bytes: Uint8Array, target: string): void {
  try {
    if (statSync(path).nlink === 1) {
      linkSync(path, target)
      if (holdsBytes(target, bytes)) return
    }
  } catch {
    // On another disk, or without the right to link, it is copied.
  }
  rmSync(target, { force: true })
  try {
    writeFileSync(target, bytes, { mode: 0o600, flush: true })
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}

/** The versions kept of a file, newest first. */
export function listGenerations(path: string): readonly KeptVersion[] {
  const folder = folderOf(path)
  return readIds(folder).map((id) => {
    const { size } = statSync(join(folder, `${id}.lgw`))
    return { id, at: timeOf(id).toISOString(), bytes: size }
  })
}

/** The bytes of one of them. @throws `generation-unknown` */
export function readGeneration(path: string, id: string): Buffer {
  const folder = folderOf(path)
  if (!readIds(folder).includes(id)) {
    throw new WorkbenchError('generation-unknown', { name: basename(path), generation: id })
  }
  return readFileSync(join(folder, `${id}.lgw`))
}

/** Lets the versions of files go that nobody saved for a year. */
export function sweepGenerations(now: Date): void {
  const root = stateFolder('generations')
  for (const name of listFolder(root)) {
    const [newest] = readIds(join(root, name))
    if (newest && ageDays(newest, now) < UNTOUCHED_DAYS) continue
    rmSync(join(root, name), { recursive: true, force: true })
  }
}

/** Of ids, newest first, those that are neither among the newest nor the last of one of the latest days. */
export function surplus(ids: readonly string[], now: Date): readonly string[] {
  const days = new Set<string>()
  return ids.filter((id, at) => {
    const day = id.slice(0, 8)
    const isLastOfDay = !days.has(day)
    days.add(day)
    return at >= NEWEST && !(isLastOfDay && ageDays(id, now) <= DAILY_DAYS)
  })
}

function ageDays(id: string, now: Date): number {
  return (now.getTime() - timeOf(id).getTime()) / DAY_MS
}

function timeOf(id: string): Date {
  const [, year, month, day, hour, minute, second, ms] = ID.exec(id) ?? []
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`)
}

function readIds(folder: string): readonly string[] {
  return listFolder(folder)
    .filter((name) => name.endsWith('.lgw'))
    .map((name) => name.slice(0, -'.lgw'.length))
    .filter((id) => ID.test(id))
    .sort()
    .reverse()
}

function listFolder(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

/** One folder per file, whichever link it is reached by. */
function folderOf(path: string): string {
  const key = createHash('sha256').update(realPath(path)).digest('hex').slice(0, 32)
  return join(stateFolder('generations'), key)
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
