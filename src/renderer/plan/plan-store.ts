import { create } from 'zustand'
import type { FileState, PlanDelta, PlanFlags, PlanView } from '../../contract/plan-view.ts'
import { PlanColumns } from './plan-columns.ts'

/** The open plan: `columns` is replaced by a new view and written in place by a delta, which moves `revision`. */
export interface PlanState {
  readonly columns: PlanColumns | null
  readonly revision: number
  readonly file: FileState | null
  /** What the last delta moved; null after a whole view. */
  readonly lastDelta: PlanDelta | null
  readonly isLoading: boolean
  /** Whether the plan's flags are there, which come after its figures. */
  readonly hasFlags: boolean
}

/** The open plan of this window. */
export const usePlan = create<PlanState>(() => ({
  columns: null,
  revision: -1,
  file: null,
  lastDelta: null,
  isLoading: false,
  hasFlags: false,
}))

/** Shows a whole view. */
export function showView(view: PlanView): void {
  performance.mark('plan-received')
  const columns = new PlanColumns(view)
  usePlan.setState({
    columns,
    revision: view.revision,
    file: view.file,
    lastDelta: null,
    isLoading: false,
    hasFlags: false,
  })
}

/** Shows the flags of the view shown; false where they are not of its revision. */
export function showFlags(flags: PlanFlags): boolean {
  if (!usePlan.getState().columns?.showFlags(flags)) return false
  usePlan.setState({ hasFlags: true })
  return true
}

/** Lays a delta over the view shown; false where one in between was missed and the view must be asked again. */
export function showDelta(delta: PlanDelta): boolean {
  const { columns } = usePlan.getState()
  if (!columns) return false
  if (delta.revision <= columns.revision) return true
  if (!columns.apply(delta)) return false
  usePlan.setState({ revision: delta.revision, lastDelta: delta })
  return true
}
