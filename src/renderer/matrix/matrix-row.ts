/** The pinned rows below the projects. */
export const TOTALS_ROWS = ['ceiling', 'reserve', 'allocated', 'remaining'] as const

/** One pinned row: a sum of every line. */
export type TotalsRowId = (typeof TOTALS_ROWS)[number]

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
