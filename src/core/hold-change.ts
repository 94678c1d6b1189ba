import type { Allocation } from './allocation.ts'
import { type Hold, holdKey } from './hold.ts'
import type { PlanChange } from './plan-change.ts'

/** What stands at a place: its own hold, and the money of its cell. */
export interface Standing {
  readonly hold: Hold | null
  readonly allocation: Allocation | null
}

/** Describes holding or releasing a place; null where it is so already. */
export function holdChange(
  { hold: before, allocation }: Standing,
  hold: Hold,
  isHeld: boolean,
): PlanChange | null {
  // A cell keeps its hold in the row of its money; only a hold of another kind needs a row of its own.
  if (allocation && before === null) {
    const { project, line, year } = allocation
    const after = { ...allocation, isHeld }
    return allocation.isHeld === isHeld
      ? null
      : { kind: 'allocation-set', cell: { project, line, year }, before: allocation, after }
  }
  const after = isHeld ? hold : null
  const key = holdKey(hold)
  return (before === null) === (after === null) ? null : { kind: 'hold-set', key, before, after }
}
