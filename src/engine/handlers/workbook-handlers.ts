import { basename } from 'node:path'
import { z } from 'zod'
import { ACCESSES } from '../../contract/methods.ts'
import type { FileState } from '../../contract/plan-view.ts'
import { YEAR_LIMITS } from '../../core/fiscal-year.ts'
import { createWorkbook } from '../create-workbook.ts'
import type { Handler } from './handler.ts'
import { createSample } from '../sample.ts'
import { WorkbookFile } from '../workbook/workbook-file.ts'

const none = z.strictObject({})
const path = z.string().min(1).max(4096)
const year = z.number().int().min(YEAR_LIMITS.first).max(YEAR_LIMITS.last)

/** Answers that the engine is there. */
export const ping: Handler<'engine.ping'> = {
  caller: 'host',
  params: none,
  run: () => ({}),
}

/** Opens a workbook file. */
export const open: Handler<'workbook.open'> = {
  caller: 'host',
  params: z.strictObject({ path, access: z.enum(ACCESSES).optional() }),
  run: (workbench, { path, access = 'edit' }) => {
    const file =
      access === 'copy'
        ? WorkbookFile.openCopy(path, basename(path, '.lgw'))
        : WorkbookFile.open(path, access)
    return workbench.begin(file).fileState()
  },
}

/** Starts an empty workbook. */
export const create: Handler<'workbook.create'> = {
  caller: 'host',
  params: z.strictObject({ title: z.string().max(500), from: year, to: year }),
  run: (workbench, { title, from, to }) =>
    workbench.begin(createWorkbook(title, from, to)).fileState(),
}

/** Opens the sample, which needs no save until somebody edits it. */
export const sample: Handler<'workbook.sample'> = {
  caller: 'host',
  params: none,
  async run(workbench): Promise<FileState> {
    const session = workbench.begin(await createSample())
    session.file.markPristine(session.revision)
    return session.fileState()
  },
}

/** Takes up a working copy an engine left behind. */
export const resume: Handler<'workbook.resume'> = {
  caller: 'host',
  params: z.strictObject({ workFolder: path }),
  run: (workbench, { workFolder }) => workbench.begin(WorkbookFile.resume(workFolder)).fileState(),
}

/** Names the working copy's folder, so that main can have it taken up again. */
export const workFolder: Handler<'workbook.workFolder'> = {
  caller: 'host',
  params: none,
  run: ({ session }) => ({ workFolder: session.file.folder }),
}

/** Publishes to a path, or to the workbook's own. */
export const save: Handler<'workbook.save'> = {
  caller: 'host',
  params: z.strictObject({ path: path.nullable() }),
  run: ({ session }, params) => session.save(params.path),
}

/** Ends the session. */
export const close: Handler<'workbook.close'> = {
  caller: 'host',
  params: none,
  run: (workbench) => workbench.end(),
}
