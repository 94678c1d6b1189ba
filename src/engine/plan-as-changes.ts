import type { Plan } from '../core/plan.ts'
import type { PlanChange } from '../core/plan-change.ts'

/** The edits that make an empty plan of the same settings into this one. */
export function planAsChanges({
  programmes,
  lines,
  projects,
  tasks,
  allocations,
  holds,
  waivers,
}: Plan): readonly PlanChange[] {
  const added = { before: null }
  return [
    ...[...programmes.values()].map(
      (after): PlanChange => ({ kind: 'programme-set', id: after.id, ...added, after }),
    ),
    ...[...lines.values()].map(
      (after): PlanChange => ({ kind: 'line-set', id: after.id, ...added, after }),
    ),
    ...[...projects.values()].map(
      (after): PlanChange => ({ kind: 'project-set', id: after.id, ...added, after }),
    ),
    ...[...tasks.values()].map(
      (after): PlanChange => ({ kind: 'task-set', id: after.id, ...added, after }),
    ),
    ...[...allocations.values()].map((after): PlanChange => {
      const { project, line, year } = after
      return { kind: 'allocation-set', cell: { project, line, year }, ...added, after }
    }),
    ...[...holds].map(([key, after]): PlanChange => ({ kind: 'hold-set', key, ...added, after })),
    ...[...waivers.values()].map((after): PlanChange => {
      const { rule, subject, id, year } = after
      return { kind: 'waiver-set', target: { rule, subject, id, year }, ...added, after }
    }),
  ]
}
