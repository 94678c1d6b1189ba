import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { CellText } from '../../../contract/block.ts'
import { holdKey } from '../../../core/hold.ts'
import { reportError } from '../../hooks/report-error.ts'
import { useHolds } from '../../plan/hold-store.ts'
import { showMessage } from '../../plan/message-store.ts'
import { useWindow } from '../../plan/window-store.ts'
import type { LocalRefusal } from '../block/submit-block.ts'
import { amountAtPoint } from '../clipboard/copied-cell.ts'
import { refuseComputed } from '../clipboard/paste-range.ts'
import { type FillMode, keepRatio } from '../fill/fill-amount.ts'
import { type FillPair, pairDown, pairRight } from '../fill/fill-pairs.ts'
import type { Hands } from '../hands.ts'
import { holdsOfSelection } from '../hold/holds-of-selection.ts'
import { isGroupRow } from '../matrix-row.ts'
import { namePoint } from '../name-point.ts'
import type { CellRange } from '../range/selection.ts'
import { activeRange, select, selected } from '../range/selection-store.ts'
import { cellAt, readSelectedCells, textForAll } from '../selected-cells.ts'
import type { TypedEntry } from '../typed-entry.ts'

/** Clears every selected amount as one act; with none selected, says which cell is computed. */
export function clearSelected(hands: Hands): void {
  const { cells, computed } = readSelectedCells(selected())
  const [first] = computed
  const refusals = cells.length === 0 && first ? [refuseComputed(hands, first)] : []
  const block = {
    what: 'clear',
    cells: textForAll(cells, '0'),
    unit: 'dong',
    language: 'vi',
  } as const
  hands.submit({ block, refusals, isPreviewed: false })
}

/** Puts what was typed into every selected cell as one act; false where none of them takes an amount. */
export function fillTyped(hands: Hands, { text, unit, language }: TypedEntry): boolean {
  const { cells } = readSelectedCells(selected())
  if (cells.length === 0) return false
  hands.submit({
    block: { what: 'fill', cells: textForAll(cells, text), unit, language },
    isPreviewed: false,
  })
  return true
}

/** Fills the selection from its first row, or from its first column. */
export function fillSelected(hands: Hands, way: 'down' | 'right', mode: FillMode): void {
  const range = activeRange()
  if (!range) return
  const ranged = { ...range, rows: range.rows.filter((row) => !isGroupRow(row)) }
  fillPairs(hands, way === 'down' ? pairDown(ranged) : pairRight(ranged), mode)
}

/** Fills cells from others as one act, by the same amount or by the same share of the need. */
export function fillPairs(
  hands: Hands,
  pairs: readonly FillPair[],
  mode: FillMode,
  target: CellRange | null = null,
): void {
  const cells: CellText[] = []
  const refusals: LocalRefusal[] = []
  for (const pair of pairs) {
    if (isGroupRow(pair.to.row)) continue
    const filled = fillCell(hands, pair, mode)
    if ('sentence' in filled) refusals.push(filled)
    else cells.push(filled)
  }
  if (cells.length + refusals.length === 0) return
  hands.submit({
    block: { what: 'fill', cells, unit: 'dong', language: 'vi' },
    refusals,
    isPreviewed: false,
    onEntered: () => target && select([target]),
  })
}

function fillCell(hands: Hands, { from, to }: FillPair, mode: FillMode): CellText | LocalRefusal {
  const [source, cell] = [cellAt(from), cellAt(to)]
  const amount = amountAtPoint(from)
  if (!cell || !source || amount === null) return refuseComputed(hands, to)
  if (mode === 'copy') return { ...cell, text: String(amount) }
  const need = ({ project, year }: typeof cell) => hands.columns.sumsOfProject(project, year).need
  const share = keepRatio(amount, need(source), need(cell))
  if (share !== null) return { ...cell, text: String(share) }
  return {
    place: namePoint(hands.api, hands.columns, from),
    sentence: i18n._(msg`Dự án nguồn chưa có nhu cầu năm này nên không có tỷ lệ để giữ.`),
  }
}

/** Holds what is selected, or releases it where all of it is held. */
export function toggleHold(hands: Hands): void {
  const holds = holdsOfSelection(selected(), {
    projects: hands.columns.projectIds.length,
    columns: hands.order.readAmounts().columns,
    year: useWindow.getState().year,
  })
  if (holds.length === 0) {
    showMessage({
      intent: 'info',
      title: i18n._(msg`Chọn ô vốn, cả dòng, cả cột hoặc ô “Đã bố trí” của dự án rồi nhấn Ctrl+H.`),
    })
    return
  }
  const held = useHolds.getState().holds
  const isHeld = !holds.every((hold) => held.has(holdKey(hold)))
  hands.engine.call('plan.hold', { holds, isHeld }).catch(reportError)
}
