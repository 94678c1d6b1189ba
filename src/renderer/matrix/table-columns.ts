import type { ColDef, ColGroupDef } from 'ag-grid-community'
import type { Money } from '../../core/money.ts'
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
