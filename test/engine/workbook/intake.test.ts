import { readFileSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { readWorkbookFile } from '../../../src/engine/workbook/intake.ts'
import { TRAILER_BYTES, makeTrailer } from '../../../src/engine/workbook/trailer.ts'
import { openSmallWorkbook } from '../../builders/small-workbook.ts'
import { refusalOf } from '../../builders/refusal.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()
let whole: Buffer

beforeAll(() => {
  const session = openSmallWorkbook()
  session.save(folder.join('whole.lgw'))
  session.file.discard()
  whole = readFileSync(folder.join('whole.lgw'))
})

function refusal(bytes: Uint8Array): string {
  const path = folder.join('candidate.lgw')
  writeFileSync(path, bytes)
  return refusalOf(() => readWorkbookFile(path))?.code ?? 'accepted'
}

function pagesOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - TRAILER_BYTES)
}

/** Signs altered pages as our own saves are signed, so that only the later checks can refuse them. */
function sign(pages: Uint8Array): Buffer {
  return Buffer.concat([pages, makeTrailer(pages)])
}

function alterDatabase(sql: string): Buffer {
  const path = folder.join('altered.db')
  writeFileSync(path, pagesOf(whole))
  const db = new Sqlite(path)
  db.exec(sql)
  db.close()
  return readFileSync(path)
}

test('a workbook as it was saved is accepted', () => {
  expect(refusal(whole)).toBe('accepted')
})

test('a missing file, an empty one and other content are named as such', () => {
  expect(refusalOf(() => readWorkbookFile(folder.join('nowhere.lgw')))?.code).toBe(
    'workbook-not-found',
  )
  expect(refusal(new Uint8Array())).toBe('workbook-not-a-workbook')
  expect(refusal(Buffer.alloc(8192, 'x'))).toBe('workbook-not-a-workbook')
  expect(refusalOf(() => readWorkbookFile(folder.path))?.code).toBe('workbook-not-a-workbook')
})

test("another program's database is not a workbook", () => {
  expect(refusal(sign(alterDatabase('PRAGMA application_id = 1')))).toBe('workbook-not-a-workbook')
})

test('a file cut short or without its trailer is refused', () => {
  expect(refusal(whole.subarray(0, whole.length - 1))).toBe('workbook-no-trailer')
  expect(refusal(pagesOf(whole))).toBe('workbook-no-trailer')
  expect(refusal(sign(pagesOf(whole).subarray(0, whole.length - TRAILER_BYTES - 4096)))).toBe(
    'workbook-damaged',
  )
})

test('a changed byte anywhere in the pages after the header is refused', () => {
  for (let at = 100; at < pagesOf(whole).length; at += 1999) {
    const altered = Buffer.from(whole)
    altered[at] = (altered[at] ?? 0) ^ 0x20
    expect(refusal(altered)).toBe('workbook-altered')
  }
})

test('a workbook of a later version is refused by name', () => {
  expect(refusal(sign(alterDatabase('PRAGMA user_version = 99')))).toBe('workbook-too-new')
})

test('a trigger, a view or a changed table is refused even when the trailer matches', () => {
  for (const sql of [
    'CREATE TRIGGER t AFTER INSERT ON projects BEGIN DELETE FROM projects; END',
    'CREATE VIEW v AS SELECT * FROM projects',
    'ALTER TABLE projects ADD COLUMN extra TEXT',
  ]) {
    expect(refusal(sign(alterDatabase(sql)))).toBe('workbook-foreign-schema')
  }
})

test('rows that point nowhere are damage', () => {
  const orphan = "PRAGMA foreign_keys = OFF; INSERT INTO allocations VALUES (99, 1, 2026, 1, '', 0)"
  expect(refusal(sign(alterDatabase(orphan)))).toBe('workbook-damaged')
})
