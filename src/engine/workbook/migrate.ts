import type { Database } from 'better-sqlite3'
import type { Migration } from './migration.ts'
import { plan } from './migrations/0001-plan.ts'
import { policy } from './migrations/0002-policy.ts'
import { holds } from './migrations/0003-holds.ts'
import { changeHashes } from './migrations/0004-change-hashes.ts'

/** `LGWB`, the mark in the header of every workbook. */
export const APPLICATION_ID = 0x4c475742

const MIGRATIONS: readonly Migration[] = [plan, policy, holds, changeHashes]

/** The schema version this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length

/** Brings a database to a schema, the current one unless told, in one transaction; a later one is left alone. */
export function migrate(db: Database, target = SCHEMA_VERSION): void {
  const version = readVersion(db)
  if (version >= target) return
  db.transaction(() => {
    for (const migration of MIGRATIONS.slice(version, target)) migration.up(db)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${target}`)
  }).immediate()
}

/** The schema version a database states. */
export function readVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}
