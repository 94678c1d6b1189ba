import { WorkbenchError } from '../core/error.ts'
import { type Plan, createPlan } from '../core/plan.ts'
import { applyChange, invertChanges } from '../core/plan-change.ts'
import type { WorkbookSession } from './session.ts'
import { findBrokenEntry } from './workbook/change-chain.ts'
import { hashPlan } from './workbook/plan-store.ts'

/**
 * Checks the change log's chain, replays it from the start and compares with the plan.
 * @throws `history-altered` naming the first entry that does not fit, `history-differs` naming a table
 */
export function checkHistory(session: WorkbookSession): void {
  const broken = findBrokenEntry(session.file.db)
  if (broken !== null) throw new WorkbenchError('history-altered', { seq: broken })
  const replayed = replay(session)
  if (hashPlan(replayed) !== session.contentHash()) {
    throw new WorkbenchError('history-differs', { table: findDifference(replayed, session.plan) })
  }
}

function replay(session: WorkbookSession): Plan {
  const replayed = createPlan(session.plan.settings)
  let seq = 0
  try {
    for (const { step, changes } of session.log.steps()) {
      seq += 1
      for (const change of step === 'undo' ? invertChanges(changes) : changes) {
        applyChange(replayed, change)
      }
    }
  } catch (cause) {
    throw new WorkbenchError('history-altered', { seq }, { cause })
  }
  return replayed
}

/** The first table whose part of the plan, put in the place of the replayed one, still leaves a difference. */
function findDifference(replayed: Plan, plan: Plan): string {
  const parts = [
    ['plan', { settings: plan.settings }],
    ['programmes', { programmes: plan.programmes }],
    ['funding_lines', { lines: plan.lines }],
    ['projects', { projects: plan.projects }],
  ] as const
  const settled: Plan = { ...replayed }
  for (const [table, part] of parts) {
    const before = hashPlan(settled)
    Object.assign(settled, part)
    if (hashPlan(settled) !== before) return table
  }
  return 'allocations'
}
