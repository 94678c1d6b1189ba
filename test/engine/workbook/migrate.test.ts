import { copyFileSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { checkHistory } from '../../../src/engine/workbook/check-history.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import { findBrokenEntry } from '../../../src/engine/workbook/change-chain.ts'
import { SCHEMA_VERSION, migrate, readVersion } from '../../../src/engine/workbook/migrate.ts'
import { WorkbookFile } from '../../../src/engine/workbook/workbook-file.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()

const FIXTURE = fileURLToPath(new URL('../../fixtures/workbooks/version-1.lgw', import.meta.url))
const CONTENT_HASH = 'f28a245a661ff777287231ec7f74ef6ccb8d52dedb8f0cf5677ef76028877779'

test('a version 1 workbook opens with its content, its history and its undo, and its file stays as it was', async () => {
  const path = folder.join('cũ.lgw')
  copyFileSync(FIXTURE, path)
  const session = new WorkbookSession(WorkbookFile.open(path))
  expect(session.contentHash()).toBe(CONTENT_HASH)
  expect(readVersion(session.file.db)).toBe(SCHEMA_VERSION)
  expect(session.log.entries().map(({ kind }) => kind)).toEqual([
    'undo',
    'allocation-set',
    'allocation-set',
    'import',
    'created',
  ])
  expect(findBrokenEntry(session.file.db)).toBeNull()
  checkHistory(session.file.db, session.plan)
  session.redo()
  expect(readFileSync(path).equals(readFileSync(FIXTURE))).toBe(true)
  session.undo()
  session.save(null)
  const reopened = new WorkbookSession(WorkbookFile.open(path))
  expect(reopened.contentHash()).toBe(CONTENT_HASH)
  session.file.discard()
  reopened.file.discard()
})

test('a migration that fails leaves nothing of itself behind', () => {
  const db = new Sqlite(':memory:')
  migrate(db, 1)
  // A table in the way makes the second migration fail half way.
  db.exec('CREATE TABLE change_hashes (seq INTEGER) STRICT')
  const before = db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()
  expect(() => migrate(db)).toThrow(/already exists/)
  expect(readVersion(db)).toBe(1)
  expect(db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()).toEqual(before)
})
