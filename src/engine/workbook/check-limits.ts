import type { Database } from 'better-sqlite3'
import { WorkbenchError } from '../../core/error.ts'
import { type OwnTable, ownTables } from './own-tables.ts'

const MOST_ROWS = 2_000_000
/** Bytes; an import takes up to 32,767 characters, which a list quotes once more. */
const LONGEST_TEXT = 256 * 1024
/** One logged edit holds every text of an entry, before and after. */
const LONGEST_EDIT = 2 * 1024 * 1024
const LARGEST_INTEGER = 10n ** 15n

/** What people read as names: nothing in it may steer a terminal or turn its direction; imports may break lines. */
const LINES = new Set([
  'title',
  'organisation',
  'code',
  'name',
  'place',
  'sector',
  'owner',
  'author',
])
const UNSAFE = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u

/** Refuses more rows, longer texts, larger amounts or other characters than a plan may hold. @throws `workbook-limits` */
export function checkLimits(db: Database, name: string): void {
  for (const table of ownTables(db)) {
    const refuse = (what: string) => {
      throw new WorkbenchError('workbook-limits', { name, table: table.name, what })
    }
    const rows = db.prepare(`SELECT count(*) FROM ${table.name}`).pluck().get()
    if (Number(rows) > MOST_ROWS) refuse(`> ${MOST_ROWS}`)
    const beyond = table.columns.find((column) => isBeyond(db, table, column))
    if (beyond) refuse(beyond.name)
    const unsafe = table.columns.find(
      (column) => LINES.has(column.name) && isUnsafe(db, table, column.name),
    )
    if (unsafe) refuse(unsafe.name)
  }
}

function isBeyond(
  db: Database,
  table: OwnTable,
  { name, type }: OwnTable['columns'][number],
): boolean {
  const condition =
    type === 'INTEGER'
      ? `${name} NOT BETWEEN -${LARGEST_INTEGER} AND ${LARGEST_INTEGER}`
      : `octet_length(${name}) > ${name === 'edit' ? LONGEST_EDIT : LONGEST_TEXT}`
  return db.prepare(`SELECT 1 FROM ${table.name} WHERE ${condition} LIMIT 1`).get() !== undefined
}

function isUnsafe(db: Database, table: OwnTable, column: string): boolean {
  const texts = db.prepare<[], string>(`SELECT ${column} FROM ${table.name}`).pluck()
  for (const text of texts.iterate()) if (UNSAFE.test(text)) return true
  return false
}
