import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { enterAllocation } from '../../../src/engine/enter-allocation.ts'
import type { WorkbookSession } from '../../../src/engine/session.ts'
import { findBrokenEntry, hashEntry } from '../../../src/engine/workbook/change-chain.ts'
import { openSmallWorkbook } from '../../builders/small-workbook.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

useTemporaryFolder()
let session: WorkbookSession
let db: Database

beforeEach(() => {
  session = openSmallWorkbook()
  enterAllocation(session, { project: 1, line: 1, year: 2026 }, '5tr', 'dong')
  session.undo()
  session.redo()
  db = session.file.db
})

afterEach(() => session.file.discard())

test('a log that was only ever appended to is whole', () => {
  expect(session.revision).toBe(5)
  expect(findBrokenEntry(db)).toBeNull()
})

test('the first entry that was altered, added or taken away is named, whatever was altered in it', () => {
  db.pragma('foreign_keys = OFF')
  const alterations: readonly (readonly [sql: string, broken: number])[] = [
    ["UPDATE change_log SET author = 'ai đó' WHERE seq = 3", 3],
    ["UPDATE change_log SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 1", 1],
    ["UPDATE change_log SET detail = '{}' WHERE seq = 4", 4],
    ["UPDATE change_log SET step = 'do' WHERE seq = 5", 5],
    ['UPDATE change_log SET step_of = 2 WHERE seq = 5', 5],
    ["UPDATE change_items SET edit = replace(edit, '5000000', '6000000') WHERE seq = 3", 3],
    ['DELETE FROM change_items WHERE seq = 2 AND ordinal = 0', 2],
    ["INSERT INTO change_items VALUES (4, 0, '{}')", 4],
    ['DELETE FROM change_log WHERE seq = 5', 5],
    ['DELETE FROM change_log WHERE seq = 2', 2],
    ['DELETE FROM change_hashes WHERE seq = 5', 5],
    ['UPDATE change_hashes SET hash = previous WHERE seq = 2', 2],
    [
      "INSERT INTO change_log SELECT 6, id || 'x', at, author, kind, detail, step, step_of FROM change_log WHERE seq = 3",
      6,
    ],
  ]
  for (const [sql, broken] of alterations) {
    db.exec('BEGIN')
    db.exec(sql)
    expect([sql, findBrokenEntry(db)]).toEqual([sql, broken])
    db.exec('ROLLBACK')
  }
  expect(findBrokenEntry(db)).toBeNull()
})

test('no two entries share an encoding, however their text is divided', () => {
  const entry = {
    seq: 1,
    id: 'a',
    at: 'b',
    author: '',
    kind: '',
    detail: '',
    step: '',
    step_of: null,
  }
  const shifted = { ...entry, id: '', at: 'ab' }
  expect(hashEntry('', entry, [])).not.toBe(hashEntry('', shifted, []))
  expect(hashEntry('', entry, ['ab'])).not.toBe(hashEntry('', entry, ['a', 'b']))
})
