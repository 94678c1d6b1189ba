import { extname } from 'node:path'
import type { PrintedPage } from '../contract/printed-page.ts'
import type { ExportWhat } from '../contract/tables.ts'
import { WorkbenchError } from '../core/error.ts'
import type { Unit } from '../core/money.ts'
import { ANNEX_WORDS } from './exchange/annex-words.ts'
import { exportPage, exportTable } from './exchange/export-plan.ts'
import type { WorkbookSession } from './session.ts'
import { replaceFile } from './workbook/replace-file.ts'

/** As many digits of a content hash as nobody meets twice by chance. */
const STAMP_DIGITS = 16

const TIME = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short' })

/** Writes a table, all of them, the flags or the annex to a file whose extension says the format. */
export async function exportFile(
  session: WorkbookSession,
  path: string,
  what: ExportWhat,
  options: { unit: Unit; language: 'vi' | 'en'; year?: number | undefined },
  now = new Date(),
): Promise<void> {
  const { plan, index, flags } = session
  const format = formatOf(path)
  const bytes = await exportTable(plan, index, what, format, {
    ...options,
    stamp: stampOf(session, options.language, now),
    flags: flags.list(),
  })
  replaceFile(path, bytes)
}

/** A sheet for people as a page to print. @throws `export-format` */
export function pageOf(
  session: WorkbookSession,
  what: ExportWhat,
  options: { unit: Unit; language: 'vi' | 'en' },
  now = new Date(),
): PrintedPage {
  const stamp = stampOf(session, options.language, now)
  return exportPage(session.plan, session.index, what, { ...options, stamp })
}

/** Whose figures these are and when they were written. */
function stampOf(session: WorkbookSession, language: 'vi' | 'en', now: Date): string {
  const digits = session.contentHash().slice(0, STAMP_DIGITS)
  return ANNEX_WORDS[language].stamp(digits, TIME.format(now))
}

/** The format a path's extension names. @throws `export-format` */
export function formatOf(path: string): 'csv' | 'xlsx' {
  const extension = extname(path).toLowerCase()
  if (extension === '.csv') return 'csv'
  if (extension === '.xlsx') return 'xlsx'
  throw new WorkbenchError('export-format', { path, extension })
}
