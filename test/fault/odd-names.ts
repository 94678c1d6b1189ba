import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { WorkbenchError } from '../../src/core/error.ts'
import { WorkbookSession } from '../../src/engine/session.ts'
import { WorkbookFile } from '../../src/engine/workbook/workbook-file.ts'
import { openSmallWorkbook } from '../builders/small-workbook.ts'

const LONG = 'ă'.repeat(100)

/** Names people and programs give files. */
export const ODD_NAMES: readonly string[] = [
  'kế hoạch.lgw',
  'kế hoạch.lgw'.normalize('NFD'),
  'KẾ HOẠCH.LGW',
  'Đề án số 1.lgw',

  ' đầu.lgw',
  'cuối.lgw ',
  'cuối .lgw',
  '  .lgw',
  '\u00a0.lgw',
  '\u3000.lgw',
  'chấm..lgw',
  '.lgw',
  '.ẩn.lgw',
  'a\tb.lgw',
  'a\nb.lgw',
  'a\rb.lgw',
  'a\u0001b.lgw',
  'a\u007fb.lgw',
  'a\0b.lgw',
  '\0',

  '🏞️.lgw',
  '👩‍🌾👨‍👩‍👧‍👦.lgw',
  'مخطط.lgw',
  '\u202eltr.lgw',
  'a\u200bb.lgw',
  '計画.lgw',
  'ขอบ.lgw',

  "a'b.lgw",
  'a"b.lgw',
  'a`b.lgw',
  'a;b.lgw',
  'a|b.lgw',
  'a&b.lgw',
  'a$b.lgw',
  'a*b.lgw',
  'a?b.lgw',

  'a<b>.lgw',
  'a:b.lgw',
  'a\\b.lgw',
  'a%20b.lgw',
  'a#b.lgw',
  'a!b.lgw',
  'a~b.lgw',
  '~$a.lgw',
  '-rf.lgw',

  'con.lgw',
  'nul',
  'file:x.lgw',
  ':memory:',
  ':memory:.lgw',
  'x.lgw-journal',
  'x.lgw-wal',
  '.~lock.x.lgw#',

  `${'a'.repeat(196)}.lgw`,
  `${'a'.repeat(251)}.lgw`,
  `${'a'.repeat(300)}.lgw`,
  `${LONG}.lgw`,
  `${LONG}${LONG}.lgw`,
  '',
  '.',
  '..',
  'không đuôi',
  'hai.lgw.lgw',
  'é.lgw',
  'é.lgw'.normalize('NFD'),
  '\ud800.lgw',
]

/** What became of a workbook saved under a name. */
export type NameVerdict = 'round trip' | 'refused' | 'wrong'

/** Saves and reopens under a name in a folder of its own; a refusal must leave that folder empty. */
export function saveUnder(name: string, folder: string): NameVerdict {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const path = `${folder}/${name}`
  const session = openSmallWorkbook()
  try {
    session.save(path)
  } catch (error) {
    const isClear = error instanceof WorkbenchError
    return isClear && readdirSync(folder).length === 0 ? 'refused' : 'wrong'
  } finally {
    session.file.discard()
  }
  return isRoundTrip(session, path, name, folder) ? 'round trip' : 'wrong'
}

function isRoundTrip(
  session: WorkbookSession,
  path: string,
  name: string,
  folder: string,
): boolean {
  const names = readdirSync(folder)
  if (names.length !== 1 || names[0] !== name) return false
  const reopened = new WorkbookSession(WorkbookFile.open(path, 'edit'))
  const isSame = reopened.contentHash() === session.contentHash()
  reopened.file.discard()
  return isSame && readdirSync(folder).length === 1
}

/** A database opened on the person's own path, which nothing here does, loses the end of such a name. */
export function openDirectly(folder: string): boolean {
  const path = join(folder, 'cuối.db ')
  mkdirSync(folder, { recursive: true })
  const db = new Sqlite(path)
  db.exec('CREATE TABLE t (x)')
  db.close()
  return existsSync(path)
}
