import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  lstatSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { expect, test } from 'vitest'
import { replaceFile } from '../../../src/engine/workbook/replace-file.ts'
import { enterAllocation } from '../../../src/engine/enter-allocation.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import { WorkbookFile } from '../../../src/engine/workbook/workbook-file.ts'
import { openSmallWorkbook } from '../../builders/small-workbook.ts'
import { refusalOf } from '../../builders/refusal.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()
const cell = { project: 1, line: 1, year: 2026 }

test('a saved workbook reopens with the same content and leaves no temporary file', () => {
  const session = openSmallWorkbook()
  enterAllocation(session, cell, '1,5 tỷ', 'dong')
  const path = folder.join('kế hoạch.lgw')
  session.save(path)
  const reopened = new WorkbookSession(WorkbookFile.open(path))
  expect(reopened.contentHash()).toBe(session.contentHash())
  expect(reopened.fileState()).toMatchObject({ name: 'kế hoạch', isSaved: true })
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([])
  session.file.discard()
  reopened.file.discard()
})

test('a file somebody else replaced meanwhile is never overwritten', () => {
  const path = folder.join('contested.lgw')
  const first = openSmallWorkbook()
  first.save(path)
  const second = new WorkbookSession(WorkbookFile.open(path))
  enterAllocation(second, cell, '1 tỷ', 'dong')
  second.save(null)
  const theirs = readFileSync(path)
  enterAllocation(first, cell, '2tr', 'dong')
  expect(refusalOf(() => first.save(null))?.code).toBe('workbook-changed-outside')
  expect(readFileSync(path).equals(theirs)).toBe(true)
  expect(first.fileState().isSaved).toBe(false)
  first.save(folder.join('copy.lgw'))
  expect(existsSync(folder.join('copy.lgw'))).toBe(true)
  first.file.discard()
  second.file.discard()
})

test('a save that cannot finish leaves the old file as it was', () => {
  const path = folder.join('target')
  mkdirSync(path)
  writeFileSync(`${path}/inside`, 'kept')
  // A folder in the file's place makes the last step, the rename, fail on every system and for every user.
  expect(refusalOf(() => replaceFile(path, Buffer.from('new')))?.code).toBe('save-failed')
  expect(readFileSync(`${path}/inside`, 'utf8')).toBe('kept')
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('saving through a link writes the file it points to', () => {
  const real = folder.join('real.lgw')
  const link = folder.join('link.lgw')
  const session = openSmallWorkbook()
  session.save(real)
  symlinkSync(real, link)
  const linked = new WorkbookSession(WorkbookFile.open(link))
  enterAllocation(linked, cell, '5tr', 'dong')
  linked.save(null)
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  const reopened = new WorkbookSession(WorkbookFile.open(real))
  expect(reopened.contentHash()).toBe(linked.contentHash())
  for (const { file } of [session, linked, reopened]) file.discard()
})

test('saving through a link whose file is away writes to where it leads, or says so and leaves the link', () => {
  const [real, link] = [folder.join('ổ rời/kế hoạch.lgw'), folder.join('lối tắt rời.lgw')]
  symlinkSync(real, link)
  const session = openSmallWorkbook()
  expect(refusalOf(() => session.save(link))?.code).toBe('save-failed')
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  mkdirSync(folder.join('ổ rời'))
  session.save(link)
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(existsSync(real)).toBe(true)
  session.file.discard()
})

test('a pipe is not waited for, and stays one', () => {
  const pipe = folder.join('ống.lgw')
  execFileSync('mkfifo', [pipe])
  const session = openSmallWorkbook()
  expect(refusalOf(() => session.save(pipe))?.code).toBe('save-failed')
  expect(lstatSync(pipe).isFIFO()).toBe(true)
  session.file.discard()
})

test('a file only its owner may read stays one when it is saved', () => {
  const path = folder.join('riêng.lgw')
  const session = openSmallWorkbook()
  session.save(path)
  chmodSync(path, 0o600)
  enterAllocation(session, cell, '5tr', 'dong')
  session.save(null)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  session.file.discard()
})

test('a file marked read-only is not replaced, by its own name or by choice, and opens for viewing', () => {
  const path = folder.join('khóa.lgw')
  const session = openSmallWorkbook()
  session.save(path)
  chmodSync(path, 0o444)
  const before = readFileSync(path)
  enterAllocation(session, cell, '5tr', 'dong')
  for (const target of [null, path])
    expect(refusalOf(() => session.save(target))?.code).toBe('save-failed')
  expect(readFileSync(path).equals(before)).toBe(true)
  const viewed = WorkbookFile.open(path, 'edit')
  expect(viewed.state(1).viewing).toBe('read-only-place')
  for (const file of [session.file, viewed]) file.discard()
})

test('links that lead in a ring are refused and stay', () => {
  const [one, two] = [folder.join('vòng một.lgw'), folder.join('vòng hai.lgw')]
  symlinkSync(two, one)
  symlinkSync(one, two)
  const session = openSmallWorkbook()
  expect(refusalOf(() => session.save(one))?.code).toBe('path-invalid')
  expect(lstatSync(one).isSymbolicLink()).toBe(true)
  session.file.discard()
})

test('a name no file system takes is refused before anything is written', () => {
  const session = openSmallWorkbook()
  const before = readdirSync(folder.path)
  expect(refusalOf(() => session.save(folder.join(`${'x'.repeat(300)}.lgw`)))?.code).toBe(
    'path-invalid',
  )
  expect(refusalOf(() => session.save(folder.join('a\0b.lgw')))?.code).toBe('path-invalid')
  expect(readdirSync(folder.path)).toEqual(before)
  session.file.discard()
})

test('a working copy belongs to its user alone and goes when nothing would be lost', () => {
  const session = openSmallWorkbook()
  expect(lstatSync(session.file.folder).mode & 0o777).toBe(0o700)
  session.save(folder.join('private.lgw'))
  expect(session.file.close(session.revision)).toEqual({ workFolder: null })
  expect(existsSync(session.file.folder)).toBe(false)
})

test.each([
  "UPDATE projects SET name = 'khác'",
  'UPDATE project_needs SET need = need + 1',
  'DELETE FROM line_years',
])('a database that says something else than the workbook in memory is not saved: %s', (sql) => {
  const session = openSmallWorkbook()
  const path = folder.join('lệch.lgw')
  session.save(path)
  const before = readFileSync(path)
  session.file.db.exec(sql)
  expect(() => session.save(path)).toThrow(/differs from the workbook in memory/u)
  expect(readFileSync(path).equals(before)).toBe(true)
  session.file.discard()
})

test('a workbook that lost most of its rows is saved without the room they took', () => {
  const session = openSmallWorkbook()
  const path = folder.join('gọn.lgw')
  session.file.db.exec("UPDATE plan SET basis = printf('%.*c', 4000000, 'x')")
  session.file.db.exec("UPDATE plan SET basis = ''")
  session.save(path)
  expect(statSync(path).size).toBeLessThan(1_000_000)
  session.file.discard()
})
