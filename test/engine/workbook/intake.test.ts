import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { openForReading } from '../../../src/engine/workbook/check-database.ts'
import { askIntake } from '../../../src/engine/workbook/intake-process.ts'
import { takeIn, takeInForeign } from '../../../src/engine/workbook/intake.ts'
import { ownTables } from '../../../src/engine/workbook/own-tables.ts'
import { TRAILER_BYTES } from '../../../src/engine/workbook/trailer.ts'
import { sealPages } from '../../builders/sealed-pages.ts'
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

let targets = 0

function freshTarget(): string {
  targets += 1
  return folder.join(`taken-in-${targets}.db`)
}

function refusal(bytes: Uint8Array): string {
  const path = folder.join('candidate.lgw')
  writeFileSync(path, bytes)
  return refusalOf(() => takeInForeign(path, freshTarget()))?.code ?? 'accepted'
}

function pagesOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - TRAILER_BYTES)
}

/** Signs altered pages as our own saves are signed, so that only the later checks can refuse them. */
function sign(pages: Uint8Array): Buffer {
  return sealPages(pages)
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
  expect(refusalOf(() => takeIn(folder.join('nowhere.lgw'), freshTarget()))?.code).toBe(
    'workbook-not-found',
  )
  expect(refusal(new Uint8Array())).toBe('workbook-not-a-workbook')
  expect(refusal(Buffer.alloc(8192, 'x'))).toBe('workbook-not-a-workbook')
  expect(refusalOf(() => takeIn(folder.path, freshTarget()))?.code).toBe('workbook-not-a-workbook')
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

test('a value beyond the limits is refused with its table and column', () => {
  const name = `UPDATE projects SET name = 'Trường' || char(8238) || 'Mô Rai'`
  expect(refusal(sign(alterDatabase(name)))).toBe('workbook-limits')
  const text = `UPDATE projects SET task = printf('%.300000c', 'x')`
  expect(refusal(sign(alterDatabase(text)))).toBe('workbook-limits')
  expect(refusal(sign(alterDatabase(`UPDATE plan SET title = 'a' || char(27)`)))).toBe(
    'workbook-limits',
  )
})

test('a log altered without its hashes is refused at the entry that was altered', () => {
  const path = folder.join('candidate.lgw')
  writeFileSync(path, sign(alterDatabase(`UPDATE change_log SET author = 'ai đó' WHERE seq = 2`)))
  expect(refusalOf(() => takeInForeign(path, freshTarget()))).toEqual({
    code: 'history-altered',
    detail: { seq: 2 },
  })
})

test('a file this computer did not write is rebuilt: same rows, none of its own bytes', () => {
  const target = freshTarget()
  // The room between rows is no part of any table and travels inside a file unseen.
  const hidden = Buffer.from(pagesOf(whole))
  hidden.write('BÍ MẬT CŨ', hidden.indexOf(Buffer.alloc(64)) + 20)
  const path = folder.join('foreign.lgw')
  writeFileSync(path, sign(hidden))
  takeInForeign(path, target)
  const dump = (bytes: Uint8Array) => {
    const db = openForReading(bytes)
    try {
      return ownTables(db).map(({ name }) => db.prepare(`SELECT * FROM ${name}`).all())
    } finally {
      db.close()
    }
  }
  expect(dump(readFileSync(target))).toEqual(dump(hidden))
  expect(hidden.includes('BÍ MẬT CŨ')).toBe(true)
  expect(readFileSync(target).includes('BÍ MẬT CŨ')).toBe(false)
  expect(existsSync(`${target}.source`)).toBe(false)
})

test('the process of its own reaches the same verdicts', () => {
  const path = folder.join('candidate.lgw')
  const ask = (bytes: Uint8Array) => {
    writeFileSync(path, bytes)
    return refusalOf(() => askIntake('take-in', path, freshTarget()))?.code ?? 'accepted'
  }
  expect(ask(whole)).toBe('accepted')
  expect(ask(sign(alterDatabase('CREATE VIEW v AS SELECT * FROM projects')))).toBe(
    'workbook-foreign-schema',
  )
  expect(ask(whole.subarray(0, 5000))).toBe('workbook-no-trailer')
})
