import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import {
  APPLICATION_ID,
  SCHEMA_VERSION,
  migrate,
  readVersion,
} from '../../../src/engine/workbook/migrate.ts'
import {
  fingerprintSchema,
  ownFingerprint,
} from '../../../src/engine/workbook/schema-fingerprint.ts'

function describeSchema(db: Sqlite.Database): string {
  const objects = db
    .prepare<[], { sql: string }>(
      'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name',
    )
    .all()
  return `${objects.map(({ sql }) => `${sql.replace(/^ {6}/gm, '')};`).join('\n\n')}\n`
}

test('all migrations together give the schema on record', () => {
  const db = new Sqlite(':memory:')
  migrate(db)
  const golden = new URL('../../golden/schema.sql', import.meta.url)
  expect(describeSchema(db)).toBe(readFileSync(golden, 'utf8'))
  expect(readVersion(db)).toBe(SCHEMA_VERSION)
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
})

test('migrating an up-to-date database changes nothing', () => {
  const db = new Sqlite(':memory:')
  migrate(db)
  const before = db.prepare('SELECT total_changes()').pluck().get()
  migrate(db)
  expect(db.prepare('SELECT total_changes()').pluck().get()).toBe(before)
  expect(fingerprintSchema(db)).toBe(ownFingerprint())
})

test('every table refuses text and fractions where an amount belongs', () => {
  const db = new Sqlite(':memory:')
  migrate(db)
  const insert = db.prepare(
    'INSERT INTO line_years (line_id, year, ceiling, reserve) VALUES (1, 2026, ?, 0)',
  )
  db.pragma('foreign_keys = OFF')
  expect(() => insert.run('nhiều')).toThrow(/cannot store TEXT/)
  expect(() => insert.run(1.5)).toThrow(/cannot store REAL/)
  expect(insert.run(10n ** 15n).changes).toBe(1)
  expect(() => insert.run(10n ** 15n + 1n)).toThrow(/CHECK/)
})
