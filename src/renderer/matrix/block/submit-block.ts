import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { create } from 'zustand'
import type { Block, BlockResult } from '../../../contract/block.ts'
import { callThroughRestart } from '../../hooks/call-through-restart.ts'
import type { EngineClient } from '../../hooks/engine-client.ts'
import { showMessage } from '../../plan/message-store.ts'

/** A cell that takes no entry whatever the engine says, in a sentence that names it. */
export interface LocalRefusal {
  readonly place: string
  readonly sentence: string
}

/** A block on its way to the engine. */
export interface BlockDraft {
  readonly block: Block
  /** What of it cannot even be asked of the engine; then nothing is entered. */
  readonly refusals?: readonly LocalRefusal[]
  /** What the person should know before they agree. */
  readonly notes?: readonly string[]
  /** Whether the person sees what would happen before it does. */
  readonly isPreviewed: boolean
  /** What follows once the block is in. */
  readonly onEntered?: () => void
}

/** A block the person is asked about, with what the engine says it would do. */
export interface BlockPreview extends BlockDraft {
  readonly result: BlockResult
}

/** The block the person is asked about. */
export const useBlockPreview = create<{ readonly preview: BlockPreview | null }>(() => ({
  preview: null,
}))

/** Enters a block at once, or asks the person first where it is previewed or any of its cells refuses. */
export async function submitBlock(engine: EngineClient, draft: BlockDraft): Promise<boolean> {
  const isDryRun = draft.isPreviewed || (draft.refusals ?? []).length > 0
  const result = await callThroughRestart(engine, 'plan.enterBlock', { ...draft.block, isDryRun })
  if (result.isApplied) {
    draft.onEntered?.()
    return true
  }
  const isIdle = result.cells === 0 && result.refused === 0 && (draft.refusals ?? []).length === 0
  if (isIdle)
    showMessage({
      intent: 'info',
      title: i18n._(msg`Không ô nào đổi: các ô đã có sẵn những số này.`),
    })
  else useBlockPreview.setState({ preview: { ...draft, result } })
  return false
}

/** Puts the preview away. */
export function dismissPreview(): void {
  useBlockPreview.setState({ preview: null })
}
