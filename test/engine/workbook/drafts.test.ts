import { existsSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enterAllocation } from '../../../src/engine/enter-allocation.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import { discardDraft, findDraft, listDrafts } from '../../../src/engine/workbook/drafts.ts'
import { WorkbookFile } from '../../../src/engine/workbook/workbook-file.ts'
import { refusalOf } from '../../builders/refusal.ts'
import { openSmallWorkbook } from '../../builders/small-workbook.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()
const DAY = 86_400_000
const cell = { project: 1, line: 1, year: 2026 }

function leave(session: WorkbookSession): void {
  // Closing the connection without ending the session is what the end of a process does.
  session.file.db.close()
}

function age(path: string): void {
  const past = new Date(Date.now() - 3_600_000)
  for (const name of ['w.db', '.']) utimesSync(join(path, name), past, past)
}

test('work left by a program that ended is listed, an open workbook is not, and taking it up loses nothing', () => {
  const open = openSmallWorkbook()
  const left = openSmallWorkbook()
  left.save(folder.join('kế hoạch.lgw'))
  enterAllocation(left, cell, '5tr', 'dong')
  const hash = left.contentHash()
  leave(left)
  const drafts = listDrafts(new Date())
  expect(drafts).toMatchObject([{ name: 'kế hoạch', edits: 1, isDiscarded: false }])
  const [draft] = drafts
  const taken = new WorkbookSession(WorkbookFile.resume(findDraft(draft?.id ?? '')))
  expect(taken.contentHash()).toBe(hash)
  expect(taken.fileState()).toMatchObject({ path: folder.join('kế hoạch.lgw'), isSaved: false })
  expect(listDrafts(new Date())).toEqual([])
  for (const { file } of [open, taken]) file.discard()
})

test('a draft closed without saving stays thirty days and no longer', () => {
  const session = openSmallWorkbook()
  const { workFolder } = session.file.close(session.revision)
  expect(listDrafts(new Date())).toMatchObject([{ path: null, isDiscarded: true }])
  expect(listDrafts(new Date(Date.now() + 29 * DAY))).toHaveLength(1)
  expect(listDrafts(new Date(Date.now() + 31 * DAY))).toEqual([])
  expect(existsSync(workFolder ?? '')).toBe(false)
})

test('what holds nothing that would be lost, and what a killed command left, goes by itself', () => {
  const saved = openSmallWorkbook()
  saved.save(folder.join('đã lưu.lgw'))
  const passing = openSmallWorkbook()
  passing.file.markPassing()
  for (const session of [saved, passing]) {
    leave(session)
    age(session.file.folder)
  }
  expect(listDrafts(new Date())).toEqual([])
  expect(existsSync(saved.file.folder)).toBe(false)
  expect(existsSync(passing.file.folder)).toBe(false)
})

test('a name that is no draft is refused, also one that climbs out of the folder', () => {
  for (const id of ['không có', '..', '../work']) {
    expect(refusalOf(() => findDraft(id))?.code).toBe('draft-unknown')
  }
  const session = openSmallWorkbook()
  leave(session)
  const [draft] = listDrafts(new Date())
  discardDraft(draft?.id ?? '', new Date())
  expect(listDrafts(new Date())).toMatchObject([{ isDiscarded: true }])
})
