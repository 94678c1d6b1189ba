import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { TotalsRowId } from '../plan/window-store.ts'

/** The pinned rows below the projects. */
export const TOTALS_ROWS: readonly TotalsRowId[] = ['ceiling', 'reserve', 'allocated', 'remaining']

/** What the pinned rows are called. */
export const TOTALS_LABELS: Readonly<Record<TotalsRowId, MessageDescriptor>> = {
  ceiling: msg`Trần vốn`,
  reserve: msg`Dự phòng chưa phân bổ`,
  allocated: msg`Đã bố trí`,
  remaining: msg`Còn lại`,
}

/** A thin row: only a project's id, or which total it is; everything else is read from the plan's columns. */
export interface MatrixRow {
  readonly id: number | TotalsRowId
}

/** The column of a funding line. */
export function lineColumn(line: number): string {
  return `line:${line}`
}

/** The funding line a column shows, or null for a project column. */
export function lineOfColumn(column: string): number | null {
  return column.startsWith('line:') ? Number(column.slice('line:'.length)) : null
}

/** The project a row shows, or null for a totals row. */
export function projectOfRow(row: MatrixRow | undefined): number | null {
  return typeof row?.id === 'number' ? row.id : null
}
