import type { CellClassRules, ColDef } from 'ag-grid-community'
import type { Unit } from '../../core/money.ts'
import { AmountEditor } from './amount-editor.ts'
import { cellText, totalText } from './cell-text.ts'
import { type MatrixRow, isTotalsRow } from './matrix-row.ts'
import { openForComposition } from './use-amount-entry.ts'

/** Room for an amount in each unit, px: đồng need the most figures. */
export const AMOUNT_WIDTH: Readonly<Record<Unit, number>> = {
  dong: 128,
  thousand: 112,
  million: 100,
  billion: 96,
}

/** How a bad amount and no amount look. */
export const MONEY_CLASSES: CellClassRules<MatrixRow> = {
  'is-zero': ({ value }) => value === 0n,
  'is-negative': ({ value }) => typeof value === 'bigint' && value < 0n,
}

/** Amounts that take an entry, and totals that are spread from one. */
export const ENTRY: ColDef<MatrixRow> = {
  editable: ({ data }) => data !== undefined && !isTotalsRow(data.id),
  cellEditor: AmountEditor,
  suppressKeyboardEvent: openForComposition,
}

/** A column of amounts; the totals at its foot are written whole. */
export function moneyColumn(colId: string, headerName: string, width: number): ColDef<MatrixRow> {
  return {
    colId,
    headerName,
    width,
    type: 'rightAligned',
    comparator: compareAmounts,
    cellClassRules: MONEY_CLASSES,
    valueFormatter: ({ value, data }) =>
      data && typeof data.id === 'string' ? totalText(value) : cellText(value),
  }
}

/** Room for the longest of these totals, bold, px; never less than an amount needs. */
export function roomForTotals(totals: readonly bigint[], unit: Unit): number {
  const longest = totals.reduce((most, total) => Math.max(most, totalText(total).length), 0)
  return Math.max(AMOUNT_WIDTH[unit], Math.ceil(longest * BOLD_FIGURE) + PADDING)
}

/** The width of one bold figure and the room beside it, px. */
const BOLD_FIGURE = 7.6
const PADDING = 14

function compareAmounts(a: bigint | null, b: bigint | null): number {
  const [one, other] = [a ?? 0n, b ?? 0n]
  return one < other ? -1 : Number(one > other)
}
