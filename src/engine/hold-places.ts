import { WorkbenchError } from '../core/error.ts'
import { type Hold, type HoldKind, holdKey } from '../core/hold.ts'
import { holdChange } from '../core/hold-change.ts'
import type { Plan } from '../core/plan.ts'
import type { PlanChange } from '../core/plan-change.ts'
import type { WorkbookSession } from './session.ts'

/** Holds or releases places as one act; what is so already is left out. @throws `project-unknown` `line-unknown` */
export function holdPlaces(
  session: WorkbookSession,
  holds: readonly Hold[],
  isHeld: boolean,
): number {
  const changes = new Map<string, PlanChange>()
  for (const hold of holds) {
    checkPlace(session.plan, hold)
    const standing = {
      hold: session.plan.holds.get(holdKey(hold)) ?? null,
      allocation: allocationOf(session.plan, hold),
    }
    const change = holdChange(standing, hold, isHeld)
    if (change) changes.set(holdKey(hold), change)
  }
  const done = holds.filter((hold) => changes.has(holdKey(hold)))
  const kind = isHeld ? 'held' : 'released'
  return session.edit({ kind, detail: countKinds(done) }, [...changes.values()])
}

function allocationOf({ allocations }: Plan, { kind, project, line, year }: Hold) {
  return kind === 'cell' && project !== null && line !== null
    ? (allocations.get({ project, line, year }) ?? null)
    : null
}

function checkPlace({ projects, lines }: Plan, { project, line }: Hold): void {
  if (project !== null && !projects.has(project))
    throw new WorkbenchError('project-unknown', { code: String(project) })
  if (line !== null && !lines.has(line))
    throw new WorkbenchError('line-unknown', { code: String(line) })
}

function countKinds(holds: readonly Hold[]) {
  const count = (kind: HoldKind) => holds.filter((hold) => hold.kind === kind).length
  return {
    cells: count('cell'),
    rows: count('row'),
    columns: count('column'),
    totals: count('total'),
  }
}
