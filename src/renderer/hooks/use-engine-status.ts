import { useEffect, useState } from 'react'
import type { EngineStatus } from '../../contract/bridge.ts'
import { getBridge } from './bridge.ts'
import { useEngine } from './engine-context.tsx'

/** What the engine's process is doing; when it stops, calls under way fail at once. */
export function useEngineStatus(): [EngineStatus, () => void] {
  const engine = useEngine()
  const [status, setStatus] = useState<EngineStatus>({ status: 'ready' })
  useEffect(
    () =>
      getBridge().onEngineStatus((next) => {
        if (next.status === 'stopped' || next.status === 'failed') engine.detach()
        setStatus(next)
      }),
    [engine],
  )
  return [status, () => setStatus({ status: 'ready' })]
}
