import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallWatch } from '../hooks/engine-client.ts'
import { useEngine } from '../hooks/engine-context.tsx'

/** Work of the engine that a dialog waits for: how far it is, and a way to stop it; a dialog that closes stops it too. */
export function useWatchedWork() {
  const engine = useEngine()
  const [share, setShare] = useState<number | null>(null)
  const controller = useRef<AbortController | null>(null)

  // What main asked the engine for on this dialog's behalf has no request here to follow.
  useEffect(
    () => engine.subscribe('work.progress', ({ id, share: done }) => id === null && setShare(done)),
    [engine],
  )

  const end = useCallback(() => {
    controller.current?.abort()
    controller.current = null
    setShare(null)
  }, [])

  const stop = useCallback(() => {
    controller.current?.abort()
    engine.call('work.cancel', { id: null }).catch(() => undefined)
  }, [engine])

  useEffect(() => stop, [stop])

  /** Takes up new work; the one before is stopped. */
  const watch = useCallback((): Required<CallWatch> => {
    end()
    const own = new AbortController()
    controller.current = own
    return {
      signal: own.signal,
      onProgress: (done) => controller.current === own && setShare(done),
    }
  }, [end])

  const hide = useCallback(() => setShare(null), [])
  return { share, stop, watch, end, hide }
}
