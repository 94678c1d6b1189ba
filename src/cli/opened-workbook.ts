import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { WorkbenchError } from '../core/error.ts'
import { WorkbookSession } from '../engine/session.ts'
import { WorkbookFile } from '../engine/workbook/workbook-file.ts'

/** Opens a workbook for one command and leaves nothing behind but what the command saved. */
export function withWorkbook<T>(path: string, use: (session: WorkbookSession) => T): T {
  return withFile(WorkbookFile.open(path), use)
}

/** Starts a workbook, lets the command fill it and saves it where no file stands. */
export function createAt(
  path: string,
  create: () => WorkbookFile,
): { path: string; contentHash: string } {
  if (existsSync(path)) throw new WorkbenchError('workbook-exists', { name: basename(path), path })
  return withFile(create(), (session) => {
    session.save(path)
    return { path, contentHash: session.contentHash() }
  })
}

function withFile<T>(file: WorkbookFile, use: (session: WorkbookSession) => T): T {
  try {
    return use(new WorkbookSession(file))
  } finally {
    file.discard()
  }
}
