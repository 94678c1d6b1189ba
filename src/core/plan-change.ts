import { type Allocation, type Cell, cellKey } from './allocation.ts'
import { WorkbenchError } from './error.ts'
import type { FundingLine } from './funding-line.ts'
import type { Hold } from './hold.ts'
import type { Plan, PlanSettings } from './plan.ts'
import type { Programme } from './programme.ts'
import type { Project } from './project.ts'
import type { Task } from './task.ts'
import { type Waiver, type WaiverTarget, waiverKey } from './waiver.ts'

/** What stood before an edit and what stands after; null means absent. */
interface Edit<T> {
  readonly before: T | null
  readonly after: T | null
}

/** Every edit a plan can undergo; a closed union, so undo, history and preview handle each. */
export type PlanChange =
  | { readonly kind: 'settings-set'; readonly before: PlanSettings; readonly after: PlanSettings }
  | ({ readonly kind: 'programme-set'; readonly id: number } & Edit<Programme>)
  | ({ readonly kind: 'line-set'; readonly id: number } & Edit<FundingLine>)
  | ({ readonly kind: 'project-set'; readonly id: number } & Edit<Project>)
  | ({ readonly kind: 'task-set'; readonly id: number } & Edit<Task>)
  | ({ readonly kind: 'allocation-set'; readonly cell: Cell } & Edit<Allocation>)
  | ({ readonly kind: 'waiver-set'; readonly target: WaiverTarget } & Edit<Waiver>)
  | ({ readonly kind: 'hold-set'; readonly key: string } & Edit<Hold>)

/** An edit of the money in one cell. */
export type AllocationEdit = Extract<PlanChange, { kind: 'allocation-set' }>

/** The names of the edits. */
export type PlanChangeKind = PlanChange['kind']

/** Turns an edit round: applying both leaves the plan as it was. */
function invertChange(change: PlanChange): PlanChange {
  return { ...change, before: change.after, after: change.before } as PlanChange
}

/** Inverts a list of edits, last first. */
export function invertChanges(changes: readonly PlanChange[]): PlanChange[] {
  return changes.map(invertChange).reverse()
}

/**
 * Carries out one edit on the plan in place.
 * @throws `change-conflict` when the plan holds an entry where `before` has none, or the reverse, or another allocation
 */
export function applyChange(plan: Plan, change: PlanChange): void {
  switch (change.kind) {
    case 'settings-set':
      plan.settings = change.after
      return
    case 'programme-set':
      return replaceEntry(plan.programmes, change.id, change)
    case 'line-set':
      return replaceEntry(plan.lines, change.id, change)
    case 'project-set':
      return replaceEntry(plan.projects, change.id, change)
    case 'task-set':
      return replaceEntry(plan.tasks, change.id, change)
    case 'allocation-set':
      return replaceAllocation(plan, change)
    case 'waiver-set':
      return replaceEntry(plan.waivers, waiverKey(change.target), change)
    case 'hold-set':
      return replaceEntry(plan.holds, change.key, change)
  }
}

// An edit made for another amount than the one that stands would be undone to the wrong one.
function replaceAllocation({ allocations }: Plan, { cell, before, after }: AllocationEdit): void {
  const isThere = allocations.has(cell)
  if (isThere !== (before !== null) || (before && allocations.amountAt(cell) !== before.amount)) {
    throw new WorkbenchError('change-conflict', { key: cellKey(cell) })
  }
  if (after) allocations.set(after)
  else allocations.delete(cell)
}

function replaceEntry<K extends string | number, T>(map: Map<K, T>, key: K, edit: Edit<T>): void {
  if (map.has(key) !== (edit.before !== null)) throw new WorkbenchError('change-conflict', { key })
  if (edit.after === null) map.delete(key)
  else map.set(key, edit.after)
}

/** Whether an edit holds a place or releases one. */
export function movesHold(change: PlanChange): boolean {
  if (change.kind === 'hold-set') return true
  if (change.kind !== 'allocation-set') return false
  return (change.before?.isHeld ?? false) !== (change.after?.isHeld ?? false)
}

/** Describes putting an amount into a cell, keeping its note and hold; zero clears the cell. */
export function allocationChange(plan: Plan, cell: Cell, amount: Allocation['amount']): PlanChange {
  const { project, line, year } = cell
  const before = plan.allocations.get(cell) ?? null
  const after =
    amount === 0n
      ? null
      : { project, line, year, amount, note: before?.note ?? '', isHeld: before?.isHeld ?? false }
  return { kind: 'allocation-set', cell: { project, line, year }, before, after }
}
