import type { Database } from 'better-sqlite3'
import { WorkbenchError } from '../../core/error.ts'
import { type Plan, createPlan } from '../../core/plan.ts'
import { applyChange, invertChanges } from '../../core/plan-change.ts'
import { findBrokenEntry } from './change-chain.ts'
import { ChangeLog } from './change-log.ts'
import { hashPlan } from './plan-store.ts'

/**
 * Checks the change log's chain, replays it from the start and compares with the plan.
 * @throws `history-altered` naming the first entry that does not fit, `history-differs` naming a table
 */
export function checkHistory(db: Database, plan: Plan): void {
  const broken = findBrokenEntry(db)
  if (broken !== null) throw new WorkbenchError('history-altered', { seq: broken })
  const replayed = replay(db, plan)
  if (hashPlan(replayed) !== hashPlan(plan)) {
    throw new WorkbenchError('history-differs', { table: findDifference(replayed, plan) })
  }
}

function replay(db: Database, plan: Plan): Plan {
  const replayed = createPlan(plan.settings)
  let seq = 0
  try {
    for (const { step, changes } of new ChangeLog(db).steps()) {
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

/** The first table whose part of the plan, put in the place of the replayed one, makes a difference. */
function findDifference(replayed: Plan, plan: Plan): string {
  const parts = [
    ['plan', { settings: plan.settings }],
    ['programmes', { programmes: plan.programmes }],
    ['funding_lines', { lines: plan.lines }],
    ['projects', { projects: plan.projects }],
    ['tasks', { tasks: plan.tasks }],
    ['holds', { holds: plan.holds }],
    ['waivers', { waivers: plan.waivers }],
  ] as const
  const settled: Plan = { ...replayed }
  for (const [table, part] of parts) {
    const before = hashPlan(settled)
    Object.assign(settled, part)
    if (hashPlan(settled) !== before) return table
  }
  return 'allocations'
}
