import type { ColDef, ColGroupDef } from 'ag-grid-community'
import type { Money } from '../../core/money.ts'
import { percentSaid } from '../../core/percent-text.ts'
import { statedShare } from '../../core/share-text.ts'
import { useWindow } from '../plan/window-store.ts'
import { cellText, totalText } from './cell-text.ts'

/** A column of a table, or columns under one heading. */
export type TableColumn<Row> = ColDef<Row> | ColGroupDef<Row>

/** A column of text, whole in its tooltip where it is cut. */
export function textColumn<Row>(
  colId: string,
  headerName: string,
  width: number,
  read: (row: Row) => string,
): ColDef<Row> {
  const value = ({ data }: { data: Row | undefined }) => (data === undefined ? '' : read(data))
  return { colId, headerName, width, valueGetter: value, tooltip: ({ value: text }) => text }
}

/** A column of amounts in the shown unit. */
export function amountColumn<Row>(
  colId: string,
  headerName: string,
  read: (row: Row) => Money | null,
): ColDef<Row> {
  return {
    colId,
    headerName,
    width: 112,
    type: 'rightAligned',
    valueGetter: ({ data }) => (data === undefined ? null : read(data)),
    comparator: (a: bigint, b: bigint) => (a < b ? -1 : Number(a > b)),
    cellClassRules: {
      'is-zero': ({ value }) => value === 0n,
      'is-negative': ({ value }) => typeof value === 'bigint' && value < 0n,
    },
    valueFormatter: ({ value }) => cellText(value),
  }
}

/** A column that says how much of one amount another is, sorted by the share itself; empty where there is nothing to have a share of. */
export function shareColumn<Row>(
  colId: string,
  headerName: string,
  read: (row: Row) => readonly [part: Money, whole: Money],
): ColDef<Row> {
  return {
    colId,
    headerName,
    width: 84,
    type: 'rightAligned',
    valueGetter: ({ data }) => (data === undefined ? null : statedShare(...read(data))),
    comparator: (_a, _b, one, other) =>
      one.data && other.data ? compareShares(read(one.data), read(other.data)) : 0,
    valueFormatter: ({ value }) =>
      value === null ? '–' : percentSaid(value, useWindow.getState().language),
  }
}

type Share = readonly [part: bigint, whole: bigint]

/** Orders shares exactly; what has no whole comes first. */
function compareShares([part, whole]: Share, [otherPart, other]: Share): number {
  if (whole === 0n || other === 0n) return Number(whole > 0n) - Number(other > 0n)
  const difference = part * other - otherPart * whole
  return Number(difference > 0n) - Number(difference < 0n)
}

/** A column of sums, each whole however long it is. */
export function sumColumn<Row>(
  colId: string,
  headerName: string,
  read: (row: Row) => Money | null,
): ColDef<Row> {
  return {
    ...amountColumn(colId, headerName, read),
    width: 136,
    headerTooltip: headerName,
    valueFormatter: ({ value }) => totalText(value),
    tooltip: ({ value }) => totalText(value),
  }
}
