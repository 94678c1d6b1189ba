import type { EntryKind, RemovedEntry } from '../contract/entry-edit.ts'
import type { Allocation } from '../core/allocation.ts'
import { WorkbenchError } from '../core/error.ts'
import { listHolds } from '../core/hold.ts'
import { money } from '../core/money.ts'
import type { Plan } from '../core/plan.ts'
import type { PlanChange } from '../core/plan-change.ts'
import { findEntry, lineAccess, projectAccess } from './entry-access.ts'
import type { WorkbookSession } from './session.ts'

/**
 * Removes a project or line with the money in its cells and the waivers about it, as one act.
 * @throws `project-unknown` `line-unknown`, or `entry-held` where any of its places is held
 */
export function removeEntry(
  session: WorkbookSession,
  place: { readonly kind: EntryKind; readonly id: number },
): RemovedEntry {
  const { plan } = session
  const { kind, id } = place
  const { entry, change } = findRemoval(plan, place)
  checkFree(plan, place, entry.code)
  const allocations = [...plan.allocations.values()].filter((of) => of[kind] === id)
  const amount = money(allocations.reduce((sum, of) => sum + of.amount, 0n))
  const cells = allocations.length
  const detail = { entry: kind, code: entry.code, name: entry.name, cells, amount }
  // What refers to the entry goes before it does; an undo puts them back the other way round.
  const changes = [...allocations.map(clearCell), ...withdrawWaivers(plan, place), change]
  return { revision: session.edit({ kind: 'entry-removed', detail }, changes), cells, amount }
}

type Place = Parameters<typeof removeEntry>[1]

function findRemoval(plan: Plan, { kind, id }: Place) {
  if (kind === 'project') {
    const { entries, change } = projectAccess(plan)
    const entry = findEntry(entries, kind, id)
    return { entry, change: change(id, entry, null) }
  }
  const { entries, change } = lineAccess(plan)
  const entry = findEntry(entries, kind, id)
  return { entry, change: change(id, entry, null) }
}

function checkFree(plan: Plan, { kind, id }: Place, code: string): void {
  const count = listHolds(plan).filter((hold) => hold[kind] === id).length
  if (count > 0) throw new WorkbenchError('entry-held', { code, count })
}

function clearCell(before: Allocation): PlanChange {
  const { project, line, year } = before
  return { kind: 'allocation-set', cell: { project, line, year }, before, after: null }
}

function withdrawWaivers({ waivers }: Plan, { kind, id }: Place): PlanChange[] {
  return [...waivers.values()]
    .filter((waiver) => waiver.subject === kind && waiver.id === id)
    .map((before) => {
      const { rule, subject, year } = before
      return { kind: 'waiver-set', target: { rule, subject, id, year }, before, after: null }
    })
}
