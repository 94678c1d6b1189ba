import type { PlanDelta } from '../../contract/plan-view.ts'
import type { EngineClient } from '../hooks/engine-client.ts'
import { showDelta, showFlags, showView, usePlan } from './plan-store.ts'

/** Keeps the plan store equal to the engine's plan: loads on a fresh port what is not shown yet, flags after figures, follows deltas, reloads on a gap. */
export function followEngine(client: EngineClient, report: (error: unknown) => void): () => void {
  let loading: Promise<void> | null = null
  let isAskedAgain = false
  let waiting: PlanDelta[] = []
  /** The workbook whose plan is shown. */
  let shown = ''

  /** An engine that was started anew has all that it acknowledged: mostly just what is shown. */
  async function isShownStill(): Promise<boolean> {
    if (!usePlan.getState().columns) return false
    const { workbook, revision, file } = await client.call('plan.stand', {})
    const isSame = workbook === shown && revision === usePlan.getState().revision
    if (isSame) usePlan.setState({ file })
    return isSame
  }

  async function loadView(): Promise<void> {
    const view = await client.call('plan.view', {})
    shown = view.workbook
    showView(view)
  }

  async function loadFlags(): Promise<void> {
    const flags = await client.call('plan.flags', {})
    if (!showFlags(flags)) reload()
  }

  async function loadOnce(): Promise<void> {
    usePlan.setState({ isLoading: true })
    waiting = []
    if (!(await isShownStill())) await loadView()
    const missed = waiting
    waiting = []
    if (!missed.every(showDelta)) isAskedAgain = true
  }

  async function loadUntilCurrent(): Promise<void> {
    do {
      isAskedAgain = false
      await loadOnce()
    } while (isAskedAgain)
    if (!usePlan.getState().hasFlags) loadFlags().catch(report)
  }

  function reload(): void {
    if (loading) {
      isAskedAgain = true
      return
    }
    loading = loadUntilCurrent()
      .catch(report)
      .finally(() => {
        loading = null
        usePlan.setState({ isLoading: false })
      })
  }

  // A dead port fails the load under way; the fresh one must be asked once that failure has passed.
  function reloadFresh(): void {
    if (loading) void loading.then(reload)
    else reload()
  }

  const stops = [
    client.onAttach(reloadFresh),
    client.subscribe('plan.replaced', reload),
    client.subscribe('file.changed', (file) => usePlan.setState({ file })),
    client.subscribe('plan.changed', (delta) => {
      if (loading) waiting.push(delta)
      else if (!showDelta(delta)) reload()
    }),
  ]
  if (client.isAttached) reload()
  return () => {
    for (const stop of stops) stop()
  }
}
