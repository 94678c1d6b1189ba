import { WorkbenchError } from '../core/error.ts'
import { createPlan } from '../core/plan.ts'
import { applyChange, invertChanges } from '../core/plan-change.ts'
import type { WorkbookSession } from './session.ts'
import { hashPlan } from './workbook/plan-store.ts'

/** Replays the change log from the start and compares with the plan. @throws `workbook-damaged` */
export function checkHistory(session: WorkbookSession): void {
  const replayed = createPlan(session.plan.settings)
  try {
    for (const { step, changes } of session.log.steps()) {
      for (const change of step === 'undo' ? invertChanges(changes) : changes) {
        applyChange(replayed, change)
      }
    }
  } catch (cause) {
    throw new WorkbenchError('workbook-damaged', { table: 'change_log' }, { cause })
  }
  if (hashPlan(replayed) !== session.contentHash()) {
    throw new WorkbenchError('workbook-damaged', { table: 'change_log' })
  }
}
