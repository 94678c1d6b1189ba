import { useCallback } from 'react'
import { useEngine } from '../../hooks/engine-context.tsx'
import { reportError } from '../../hooks/report-error.ts'
import { type BlockDraft, submitBlock } from './submit-block.ts'

/** Sends blocks to the engine; `track` lets a command that follows wait for the answer. */
export function useBlock(track: (done: Promise<boolean>) => void): (draft: BlockDraft) => void {
  const engine = useEngine()
  return useCallback(
    (draft: BlockDraft) =>
      track(
        submitBlock(engine, draft).catch((error: unknown) => {
          reportError(error)
          return false
        }),
      ),
    [engine, track],
  )
}
