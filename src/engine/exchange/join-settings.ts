import type { PlanSettings } from '../../core/plan.ts'
import type { PlanChange } from '../../core/plan-change.ts'

/** Makes one change of the changes two tables make to the settings, first, so that the later ones find the period they need. */
export function joinSettings(
  before: PlanSettings,
  changes: readonly PlanChange[],
): readonly PlanChange[] {
  const own = changes.flatMap((change) => (change.kind === 'settings-set' ? [change.after] : []))
  if (own.length === 0) return changes
  const after = Object.assign({ ...before }, ...own.map((settings) => moved(before, settings)))
  const others = changes.filter(({ kind }) => kind !== 'settings-set')
  return [{ kind: 'settings-set', before, after }, ...others]
}

function moved(before: PlanSettings, after: PlanSettings): Partial<PlanSettings> {
  const names = Object.keys(after) as (keyof PlanSettings)[]
  return Object.fromEntries(
    names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]),
  )
}
