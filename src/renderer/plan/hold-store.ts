import { create } from 'zustand'
import type { Cell } from '../../core/allocation.ts'
import { AllocationTable } from '../../core/allocation-table.ts'
import { type Hold, heldBy, holdKey } from '../../core/hold.ts'
import type { EngineClient } from '../hooks/engine-client.ts'

/** What is held in the open plan, by `holdKey`. */
export const useHolds = create<{ readonly holds: ReadonlyMap<string, Hold> }>(() => ({
  holds: new Map(),
}))

const NO_ALLOCATIONS = new AllocationTable()

/** What keeps a cell as it is, or null. */
export function holdOf(cell: Cell): ReturnType<typeof heldBy> {
  return heldBy({ allocations: NO_ALLOCATIONS, holds: useHolds.getState().holds }, cell)
}

/** Keeps the holds equal to the engine's. */
export function followHolds(engine: EngineClient, report: (error: unknown) => void): () => void {
  const load = () => {
    engine.call('plan.holds', {}).then(showHolds, report)
  }
  const stops = [
    engine.onAttach(load),
    engine.subscribe('plan.replaced', load),
    engine.subscribe('holds.changed', showHolds),
  ]
  if (engine.isAttached) load()
  return () => {
    for (const stop of stops) stop()
  }
}

function showHolds(holds: readonly Hold[]): void {
  useHolds.setState({ holds: new Map(holds.map((hold) => [holdKey(hold), hold])) })
}
