import type { PlanDelta } from '../../contract/plan-view.ts'
import type { EngineClient } from '../hooks/engine-client.ts'
import { showDelta, showView, usePlan } from './plan-store.ts'

/** Keeps the plan store equal to the engine's plan: loads on a fresh port what is not shown yet, follows deltas, reloads on a gap. */
export function followEngine(client: EngineClient, report: (error: unknown) => void): () => void {
  let loading: Promise<void> | null = null
  let isAskedAgain = false
  let waiting: PlanDelta[] = []
  /** The workbook whose plan is shown. */
  let shown = ''

  /** An engine that was started anew has all that it acknowledged: mostly just what is shown. */
  async function isShownStill(): Promise<boolean> {
    const { workbook, revision, file } = await client.call('plan.stand', {})
    const { columns, revision: shownRevision } = usePlan.getState()
    const isSame = columns !== null && workbook === shown && revision === shownRevision
    shown = workbook
    if (isSame) usePlan.setState({ file })
    return isSame
  }

  async function loadOnce(): Promise<void> {
    usePlan.setState({ isLoading: true })
    waiting = []
    if (!(await isShownStill())) showView(await client.call('plan.view', {}))
    const missed = waiting
    waiting = []
    if (!missed.every(showDelta)) isAskedAgain = true
  }

  async function loadUntilCurrent(): Promise<void> {
    do {
      isAskedAgain = false
      await loadOnce()
    } while (isAskedAgain)
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
