import { z } from 'zod'
import { MOST_DIFFERENCES } from '../../contract/plan-difference.ts'
import { WorkbenchError } from '../../core/error.ts'
import { comparePlans } from '../compare-plans.ts'
import { readFilePlan } from '../workbook/read-file-plan.ts'
import type { Handler } from './handler.ts'

/** Compares the workbook with its own file as that stands on disk now. */
export const compareWithFile: Handler<'file.compare'> = {
  caller: 'window',
  params: z.strictObject({}),
  run({ session }) {
    const { path, name } = session.fileState()
    if (path === null) throw new WorkbenchError('workbook-not-found', { name, path: '' })
    return comparePlans(readFilePlan(path), session.plan, MOST_DIFFERENCES)
  },
}
