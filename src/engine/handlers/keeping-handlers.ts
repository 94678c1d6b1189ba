import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Handler } from './handler.ts'
import { salvageWorkbook } from '../salvage-workbook.ts'
import { discardDraft, findDraft, listDrafts } from '../workbook/drafts.ts'
import { listGenerations, readGeneration } from '../workbook/generations.ts'
import { WorkbookFile } from '../workbook/workbook-file.ts'

const path = z.string().min(1).max(4096)
const id = z.string().min(1).max(100)

/** Opens an earlier version of a file as a copy of its own. */
export const openVersion: Handler<'workbook.openVersion'> = {
  caller: 'host',
  params: z.strictObject({ path, version: id }),
  run(workbench, { path, version }) {
    const copy = join(tmpdir(), `longghep-${randomUUID()}.lgw`)
    try {
      writeFileSync(copy, readGeneration(path, version), { mode: 0o600 })
      const file = WorkbookFile.openCopy(copy, basename(path, '.lgw'))
      return workbench.begin(file).fileState()
    } finally {
      rmSync(copy, { force: true })
    }
  },
}

/** Opens a new workbook with what a damaged file still holds. */
export const salvage: Handler<'workbook.salvage'> = {
  caller: 'host',
  params: z.strictObject({ path }),
  run: (workbench, { path }) => workbench.begin(salvageWorkbook(path).file).fileState(),
}

/** Lists the earlier versions of a file. */
export const versions: Handler<'version.list'> = {
  caller: 'host',
  params: z.strictObject({ path }),
  run: (_workbench, { path }) => listGenerations(path),
}

/** Lists the drafts no window holds. */
export const drafts: Handler<'draft.list'> = {
  caller: 'host',
  params: z.strictObject({}),
  run: () => listDrafts(new Date()),
}

/** Takes up a draft. */
export const openDraft: Handler<'draft.open'> = {
  caller: 'host',
  params: z.strictObject({ id }),
  run: (workbench, { id }) => workbench.begin(WorkbookFile.resume(findDraft(id))).fileState(),
}

/** Counts a draft as discarded. */
export const dropDraft: Handler<'draft.discard'> = {
  caller: 'host',
  params: z.strictObject({ id }),
  run(_workbench, { id }) {
    discardDraft(id, new Date())
    return {}
  },
}
