import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { GroupRowId, TotalsRowId } from '../plan/window-store.ts'

/** The pinned rows below the projects. */
export const TOTALS_ROWS: readonly TotalsRowId[] = ['ceiling', 'reserve', 'allocated', 'remaining']

/** What the pinned rows are called. */
export const TOTALS_LABELS: Readonly<Record<TotalsRowId, MessageDescriptor>> = {
  ceiling: msg`Trần vốn`,
  reserve: msg`Dự phòng chưa phân bổ`,
  allocated: msg`Đã bố trí`,
  remaining: msg`Còn lại`,
}

/** A thin row: only a project's id, or which group or total it is; everything else is read from the plan's columns. */
export interface MatrixRow {
  readonly id: number | TotalsRowId | GroupRowId
}

/** The column of a funding line, in the year shown or in a year of its own. */
export function lineColumn(line: number, year?: FiscalYear): string {
  return year === undefined ? `line:${line}` : `line:${line}:${year}`
}

/** The funding line a column shows, or null for a project column. */
export function lineOfColumn(column: string): number | null {
  return column.startsWith('line:') ? Number(column.split(':')[1]) : null
}

/** The year of a column that has one of its own, or null where the window's year counts. */
export function yearOfColumn(column: string): FiscalYear | null {
  const year = column.startsWith('line:') ? column.split(':')[2] : undefined
  return year === undefined ? null : Number(year)
}

/** The column of a programme's sum. */
export function bandColumn(programme: number | null): string {
  return `band:${programme ?? 'none'}`
}

/** What a column of sums over lines or years shows: a year or, where null, all of them; a line or all lines. */
export interface GivenSum {
  readonly year: FiscalYear | null
  readonly line: number | null
}

/** The column of such a sum. */
export function givenColumn({ year, line }: GivenSum): string {
  return `given:${year ?? 'all'}:${line ?? 'all'}`
}

/** The sum a column shows, or null where it shows something else. */
export function givenOfColumn(column: string): GivenSum | null {
  const [kind, year, line] = column.split(':')
  if (kind !== 'given') return null
  return { year: year === 'all' ? null : Number(year), line: line === 'all' ? null : Number(line) }
}

/** Whether a column sums up others, so that an edit of those moves it. */
export function isSumColumn(column: string): boolean {
  return column.startsWith('given:') || column.startsWith('band:')
}

/** Whether a row stands for a group of projects. */
export function isGroupRow(id: MatrixRow['id']): id is GroupRowId {
  return typeof id === 'string' && id.startsWith('group:')
}

/** Whether a row is one of the pinned totals. */
export function isTotalsRow(id: MatrixRow['id']): id is TotalsRowId {
  return typeof id === 'string' && !isGroupRow(id)
}

/** Reads a row's id back from the text the grid knows it by. */
export function rowIdOf(text: string | null | undefined): MatrixRow['id'] | null {
  if (!text) return null
  return /^\d+$/.test(text) ? Number(text) : (text as GroupRowId | TotalsRowId)
}

/** The project a row shows, or null for a totals row. */
export function projectOfRow(row: MatrixRow | undefined): number | null {
  return typeof row?.id === 'number' ? row.id : null
}
