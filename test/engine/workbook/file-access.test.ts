import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { enterAllocation } from '../../../src/engine/enter-allocation.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import type { AccessWish } from '../../../src/engine/workbook/file-access.ts'
import { OwnerFile, ownerPath, readOwner } from '../../../src/engine/workbook/owner-file.ts'
import { OwnerWatch, STALE_MS } from '../../../src/engine/workbook/owner-watch.ts'
import { WorkbookFile } from '../../../src/engine/workbook/workbook-file.ts'
import { refusalOf } from '../../builders/refusal.ts'
import { openSmallWorkbook } from '../../builders/small-workbook.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()
const cell = { project: 1, line: 1, year: 2026 }
let place = ''
let path = ''
let serial = 0
let sessions: WorkbookSession[] = []

beforeEach(() => {
  serial += 1
  place = folder.join(`chung ${serial}`)
  mkdirSync(place)
  path = `${place}/kế hoạch.lgw`
  const session = openSmallWorkbook()
  session.save(path)
  session.file.discard()
})

afterEach(() => {
  for (const { file } of sessions.splice(0)) file.discard()
})

function open(wish: AccessWish, at = path): WorkbookSession {
  const session = new WorkbookSession(WorkbookFile.open(at, wish))
  sessions.push(session)
  return session
}

function standingOf(session: WorkbookSession) {
  session.observeFile()
  const { viewing, holder, outside } = session.fileState()
  return { viewing, holder, outside }
}

/** Leaves an owner file as somebody else would. */
function holdAs(owner: { host?: string; pid?: number; beat?: string }): void {
  const record = {
    token: 'khác',
    user: 'lan',
    host: 'may-cua-lan',
    pid: 4242,
    opened: '2026-11-24T01:00:00.000Z',
    beat: '2026-11-24T01:00:00.000Z',
    ...owner,
  }
  writeFileSync(ownerPath(path), JSON.stringify(record))
}

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

test('whoever edits a file says so beside it, and takes that away at the end', () => {
  const session = open('edit')
  expect(readOwner(path)).toMatchObject({ host: hostname(), pid: process.pid })
  expect(standingOf(session)).toEqual({ viewing: null, holder: null, outside: null })
  session.file.discard()
  sessions = []
  expect(readdirSync(place)).toEqual(['kế hoạch.lgw'])
})

test('a file somebody else edits opens for viewing, says who and since when, and writes nothing beside it', () => {
  holdAs({})
  const before = readdirSync(place).map((name) => [name, readFileSync(`${place}/${name}`, 'hex')])
  const session = open('edit')
  expect(standingOf(session)).toMatchObject({
    viewing: 'held',
    holder: { user: 'lan', host: 'may-cua-lan', since: '2026-11-24T01:00:00.000Z', isStale: false },
  })
  expect(refusalOf(() => enterAllocation(session, cell, '5tr', 'dong'))?.code).toBe(
    'workbook-read-only',
  )
  expect(refusalOf(() => session.save(null))?.code).toBe('workbook-read-only')
  const after = readdirSync(place).map((name) => [name, readFileSync(`${place}/${name}`, 'hex')])
  expect(after).toEqual(before)
  // What is saved elsewhere may be edited.
  session.save(`${place}/của tôi.lgw`)
  enterAllocation(session, cell, '5tr', 'dong')
  expect(standingOf(session)).toMatchObject({ viewing: null, holder: null })
})

test('an owner on this computer whose process has ended is replaced without a question', () => {
  holdAs({ host: hostname(), pid: deadPid() })
  expect(standingOf(open('edit'))).toMatchObject({ viewing: null, holder: null })
  expect(readOwner(path)).toMatchObject({ pid: process.pid })
})

test('an owner elsewhere is left behind once its beat stood still for 90 s of our own clock, whatever its own says', () => {
  holdAs({ beat: '1999-01-01T00:00:00.000Z' })
  let now = 0
  const watch = new OwnerWatch(path, () => now)
  expect(watch.observe()).toMatchObject({ isStale: false })
  now = STALE_MS
  expect(watch.observe()).toMatchObject({ isStale: false })
  holdAs({ beat: '1999-01-01T00:00:20.000Z' })
  now = STALE_MS + 1
  expect(watch.observe()).toMatchObject({ isStale: false })
  now = 2 * STALE_MS + 2
  expect(watch.observe()).toMatchObject({ isStale: true })
})

test('taking over puts our name there, and the one who was replaced is told and can overwrite nothing', () => {
  const first = open('edit')
  const mine = readOwner(path)
  holdAs({})
  expect(standingOf(first)).toMatchObject({ viewing: null, holder: { user: 'lan' } })
  enterAllocation(first, cell, '5tr', 'dong')
  const bytes = readFileSync(path)
  expect(refusalOf(() => first.save(null))).toMatchObject({
    code: 'workbook-locked',
    detail: { owner: expect.stringContaining('lan (may-cua-lan') as string },
  })
  expect(readFileSync(path).equals(bytes)).toBe(true)
  const second = open('take-over')
  expect(readOwner(path)?.token).not.toBe('khác')
  expect(readOwner(path)?.token).not.toBe(mine?.token)
  enterAllocation(second, cell, '6tr', 'dong')
  second.save(null)
})

test('ending a session leaves an owner file alone that somebody else put in its place', () => {
  const session = open('edit')
  holdAs({})
  session.file.discard()
  sessions = []
  expect(existsSync(ownerPath(path))).toBe(true)
})

test('a beat changes the owner file in place and never shortens it', () => {
  const owner = OwnerFile.claim(path)
  if (!(owner instanceof OwnerFile)) throw new Error('not claimed')
  const before = readFileSync(ownerPath(path))
  owner.beat(new Date(Date.now() + 20_000))
  const after = readFileSync(ownerPath(path))
  expect(after.length).toBe(before.length)
  expect(after.equals(before)).toBe(false)
  owner.release()
})

test('a command refuses to save over a file somebody has open', () => {
  const session = open('command')
  enterAllocation(session, cell, '5tr', 'dong')
  holdAs({ host: hostname(), pid: process.ppid })
  expect(refusalOf(() => session.save(null))?.code).toBe('workbook-locked')
  holdAs({ host: hostname(), pid: deadPid() })
  session.save(null)
})

test('a file reached through a link has one owner', () => {
  const link = `${place}/liên kết.lgw`
  symlinkSync(path, link)
  open('edit', link)
  expect(existsSync(ownerPath(path))).toBe(true)
  expect(existsSync(ownerPath(link))).toBe(false)
})

test('a file deleted, renamed, replaced or put back is noticed, and our own save is not', () => {
  const session = open('edit')
  const original = readFileSync(path)
  expect(standingOf(session).outside).toBeNull()
  renameSync(path, `${place}/đổi tên.lgw`)
  expect(standingOf(session).outside).toBe('missing')
  writeFileSync(path, original)
  expect(standingOf(session).outside).toBeNull()
  writeFileSync(path, Buffer.concat([original, Buffer.from('x')]))
  expect(standingOf(session).outside).toBe('changed')
  rmSync(path)
  expect(standingOf(session).outside).toBe('missing')
  enterAllocation(session, cell, '5tr', 'dong')
  session.save(null)
  expect(standingOf(session).outside).toBeNull()
})

test('a file the internet brought opens for viewing until the person trusts it', () => {
  writeFileSync(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n')
  expect(standingOf(open('edit')).viewing).toBe('from-outside')
  expect(standingOf(open('trust')).viewing).toBeNull()
})

test('a conflict at save stands until the person replaces the other version, which is kept', () => {
  const first = open('edit')
  const other = new WorkbookSession(WorkbookFile.openCopy(path, 'bản sao'))
  sessions.push(other)
  enterAllocation(other, cell, '9tr', 'dong')
  other.save(`${place}/khác.lgw`)
  renameSync(`${place}/khác.lgw`, path)
  enterAllocation(first, cell, '5tr', 'dong')
  expect(refusalOf(() => first.save(null))?.code).toBe('workbook-changed-outside')
  expect(first.save(path)).toMatchObject({ isSaved: true, outside: null })
  const reopened = open('view')
  expect(reopened.contentHash()).toBe(first.contentHash())
})
