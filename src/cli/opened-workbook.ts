import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
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
  const target = freePath(path)
  return withFile(await create(), (session) => {
    session.save(target)
    return { path: target, contentHash: session.contentHash() }
  })
}

/** Where a new workbook goes: a name without an extension gets ours. @throws `workbook-extension` `workbook-exists` */
export function freePath(path: string): string {
  const extension = extname(path)
  if (extension !== '' && extension.toLowerCase() !== '.lgw') {
    throw new WorkbenchError('workbook-extension', { path })
  }
  const target = extension === '' ? `${path}.lgw` : path
  if (existsSync(target))
    throw new WorkbenchError('workbook-exists', { name: basename(target), path: target })
  return target
}

async function withFile<T>(
  file: WorkbookFile,
  use: (session: WorkbookSession) => T | Promise<T>,
): Promise<T> {
  file.markPassing()
  try {
    return await use(new WorkbookSession(file))
  } finally {
    file.discard()
  }
}
