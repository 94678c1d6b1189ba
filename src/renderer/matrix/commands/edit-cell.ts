import type { Hands } from '../hands.ts'
import { activeRange } from '../range/selection-store.ts'

/** The key an editor knows the picking of an amount by. */
export const PICK_KEY = 'Pick'

/** Opens the editor on the active cell as it is. */
export function editCell(hands: Hands): void {
  startEditing(hands, 'F2')
}

/** Opens the editor on the active cell with the amounts it may be picked from. */
export function pickAmount(hands: Hands): void {
  startEditing(hands, PICK_KEY)
}

function startEditing({ api, order }: Hands, key: string): void {
  const anchor = activeRange()?.anchor
  const rowIndex = anchor ? order.read().indexOfRow(anchor.row) : -1
  if (anchor && rowIndex >= 0) api.startEditingCell({ rowIndex, colKey: anchor.column, key })
}
