import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { WorkbenchError } from '../core/error.ts'
import { WorkbookSession } from '../engine/session.ts'
import { WorkbookFile } from '../engine/workbook/workbook-file.ts'

/** Opens a workbook for one command and leaves nothing behind but what the command saved. */
export function withWorkbook<T>(
  path: string,
  use: (session: WorkbookSession) => T | Promise<T>,
): Promise<T> {
  return withFile(WorkbookFile.open(path), use)
}

/** Starts a workbook, lets the command fill it and saves it where no file stands. */
export async function createAt(
  path: string,
  create: () => WorkbookFile | Promise<WorkbookFile>,
): Promise<{ path: string; contentHash: string }> {
  if (existsSync(path)) throw new WorkbenchError('workbook-exists', { name: basename(path), path })
  return withFile(await create(), (session) => {
    session.save(path)
    return { path, contentHash: session.contentHash() }
  })
}

async function withFile<T>(
  file: WorkbookFile,
  use: (session: WorkbookSession) => T | Promise<T>,
): Promise<T> {
  try {
    return await use(new WorkbookSession(file))
  } finally {
    file.discard()
  }
}
