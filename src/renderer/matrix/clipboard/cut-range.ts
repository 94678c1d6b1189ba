import { usePlan } from '../../plan/plan-store.ts'
import { useWindow } from '../../plan/window-store.ts'
import type { Hands } from '../hands.ts'
import { readSelectedCells } from '../selected-cells.ts'
import { copyRange } from './copy-range.ts'
import { forgetCut, useCut } from './cut-store.ts'
import { refuseComputed } from './paste-range.ts'

/** Copies the selection and marks it; it moves when it is pasted. What is computed cannot move and is named. */
export function cutRange(hands: Hands, event: ClipboardEvent): void {
  forgetCut()
  const copied = copyRange(event, hands.order.read())
  if (!copied) return
  const { range, exact } = copied
  const { cells, computed } = readSelectedCells([range])
  const [first] = computed
  if (first)
    return hands.submit({
      block: { what: 'clear', cells: [], unit: 'dong', language: 'vi' },
      refusals: [refuseComputed(hands, first)],
      isPreviewed: false,
    })
  if (exact) useCut.setState({ cut: { cells, range, exact, year: useWindow.getState().year } })
}

/** Any edit ends a cut, as in a spreadsheet: what would be pasted then is no longer what stands there. */
export function watchEdits(): () => void {
  return usePlan.subscribe(({ revision }, before) => {
    if (revision !== before.revision) forgetCut()
  })
}
