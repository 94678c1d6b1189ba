import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { CellText } from '../../../contract/block.ts'
import { WorkbenchError } from '../../../core/error.ts'
import { UNIT_DIGITS, type Unit } from '../../../core/money.ts'
import { UNIT_NAMES } from '../../../core/wording.ts'
import { useWindow } from '../../plan/window-store.ts'
import { errorSentence } from '../../wording/sentences.ts'
import type { LocalRefusal } from '../block/submit-block.ts'
import type { Hands } from '../hands.ts'
import { isGroupRow } from '../matrix-row.ts'
import { type CellPoint, GridOrder } from '../range/grid-order.ts'
import { selectCell, type Selection } from '../range/selection.ts'
import { select, selected } from '../range/selection-store.ts'
import { namePoint } from '../name-point.ts'
import { cellAt, textForAll } from '../selected-cells.ts'
import { EXACT_TYPE } from './copy-range.ts'
import { type CutBlock, useCut } from './cut-store.ts'
import { mostDecimals } from './pasted-texts.ts'
import { type PastePlan, firstOf, planPaste } from './plan-paste.ts'
import { type ClipboardCells, readClipboard } from './read-clipboard.ts'

/** One value for one cell, which the cell's own entry takes; everything else goes through a block. */
export interface SingleValue {
  readonly project: number
  readonly line: number
  readonly year: number
  readonly text: string
}

/** Pastes the clipboard: a block with a preview, or hands back the one value for the one cell it is. */
export function pasteRange(hands: Hands, data: DataTransfer): SingleValue | null {
  const { unit, language } = useWindow.getState()
  const clipboard = readClipboard(data, unit, language)
  if (!clipboard) return null
  const cut = cutOf(data)
  const order = withoutGroups(hands.order.read())
  const onto = projectsOf(selected())
  const plan = planPaste(order, cut ? cornerOf(order, onto) : onto, clipboard.rows)
  const { cells, refusals } = settle(hands, plan)
  const [only] = cells
  const isEntry = cells.length === 1 && refusals.length === 0 && clipboard.unit === unit && !cut
  if (only && isEntry) return only
  if (cells.length + refusals.length === 0) return null
  hands.submit({
    // A cell named twice takes the later text, so what is pasted over its own place stays.
    block: { what: 'paste', cells: [...clearedBy(cut), ...cells], unit: clipboard.unit, language },
    refusals,
    notes: precisionNotes(hands, cells, clipboard),
    isPreviewed: cells.length > 1,
    onEntered: () => plan.target && select([plan.target]),
  })
  return null
}

/** The cut the clipboard still holds. */
function cutOf(data: DataTransfer): CutBlock | null {
  const { cut } = useCut.getState()
  return cut && data.getData(EXACT_TYPE) === cut.exact ? cut : null
}

/** What is moved is laid down once, from the corner of the selection on. */
function cornerOf(order: GridOrder, selection: Selection): Selection {
  return selection.slice(-1).flatMap(({ rows, columns }) => {
    const [row, column] = [
      order.rows[firstOf(rows, (one) => order.indexOfRow(one))],
      order.columns[firstOf(columns, (one) => order.indexOfColumn(one))],
    ]
    return row === undefined || column === undefined ? [] : selectCell({ row, column })
  })
}

function clearedBy(cut: CutBlock | null): CellText[] {
  return cut ? textForAll(cut.cells, '0') : []
}

function settle(hands: Hands, plan: PastePlan) {
  const { language } = useWindow.getState()
  const cells: CellText[] = []
  const refusals: LocalRefusal[] = []
  for (const point of plan.cells) {
    const cell = cellAt(point)
    if (cell) cells.push({ ...cell, text: point.text })
    else refusals.push(refuseComputed(hands, point))
  }
  if (plan.rowsBeyond + plan.columnsBeyond > 0) {
    const detail = { rows: plan.rowsBeyond, columns: plan.columnsBeyond }
    const sentence = errorSentence(new WorkbenchError('block-beyond', detail), language)
    refusals.push({ place: i18n._(msg`Ngoài bảng`), sentence })
  }
  return { cells, refusals }
}

/** Says that a cell is computed, by its name. */
export function refuseComputed({ api, columns }: Hands, point: CellPoint): LocalRefusal {
  const place = namePoint(api, columns, point)
  const { language } = useWindow.getState()
  return {
    place,
    sentence: errorSentence(new WorkbenchError('cell-computed', { place }), language),
  }
}

/** Text shows what a spreadsheet's format lets through; where the plan keeps finer amounts, the person should know. */
function precisionNotes(
  { columns }: Hands,
  cells: readonly CellText[],
  { rows, isShown, unit }: ClipboardCells,
): string[] {
  const { language } = useWindow.getState()
  if (!isShown) return []
  const pasted = mostDecimals(rows, language)
  const kept = cells.reduce((most, { project, line, year }) => {
    const amounts = [
      columns.amountAt(project, line, year),
      columns.sumsOfProject(project, year).need,
    ]
    return Math.max(most, ...amounts.map((amount) => decimalsOf(amount, unit)))
  }, 0)
  if (pasted >= kept) return []
  const name = UNIT_NAMES[unit][language]
  return [
    i18n._(
      msg`Số dán vào có nhiều nhất ${pasted} chữ số lẻ (${name}), là số đang hiện trong bảng tính; kế hoạch đang giữ đến ${kept} chữ số lẻ. Nếu ô gốc còn số lẻ bị ẩn, hãy hiện đủ rồi chép lại.`,
    ),
  ]
}

function decimalsOf(amount: bigint, unit: Unit): number {
  let places: number = UNIT_DIGITS[unit]
  let rest = amount
  while (places > 0 && rest % 10n === 0n) {
    rest /= 10n
    places -= 1
  }
  return places
}

function withoutGroups({ rows, columns }: GridOrder): GridOrder {
  return new GridOrder(
    rows.filter((row) => !isGroupRow(row)),
    columns,
  )
}

function projectsOf(selection: Selection): Selection {
  return selection.map((range) => ({
    ...range,
    rows: range.rows.filter((row) => !isGroupRow(row)),
  }))
}
