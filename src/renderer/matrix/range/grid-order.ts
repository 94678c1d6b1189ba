import type { MatrixRow } from '../matrix-row.ts'

/** What a row is known by, wherever it stands. */
export type RowId = MatrixRow['id']

/** A cell by what it is, not by where it stands: sorting, filtering and scrolling leave it alone. */
export interface CellPoint {
  readonly row: RowId
  readonly column: string
}

/** The rows and columns shown, in the order they are shown in. */
export class GridOrder {
  private readonly rowAt: ReadonlyMap<RowId, number>
  private readonly columnAt: ReadonlyMap<string, number>

  constructor(
    readonly rows: readonly RowId[],
    readonly columns: readonly string[],
  ) {
    this.rowAt = new Map(rows.map((row, at) => [row, at]))
    this.columnAt = new Map(columns.map((column, at) => [column, at]))
  }

  /** Where a row stands, or -1 where it is not shown. */
  indexOfRow(row: RowId): number {
    return this.rowAt.get(row) ?? -1
  }

  /** Where a column stands, or -1 where it is not shown. */
  indexOfColumn(column: string): number {
    return this.columnAt.get(column) ?? -1
  }

  /** Whether a cell is shown. */
  has({ row, column }: CellPoint): boolean {
    return this.rowAt.has(row) && this.columnAt.has(column)
  }

  /** The cell so many rows and columns on, kept within the grid; the cell itself where it is not shown. */
  step(from: CellPoint, rows: number, columns: number): CellPoint {
    if (!this.has(from)) return from
    const row = this.rows[clamp(this.indexOfRow(from.row) + rows, this.rows.length)]
    const column =
      this.columns[clamp(this.indexOfColumn(from.column) + columns, this.columns.length)]
    return { row: row ?? from.row, column: column ?? from.column }
  }
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(at, length - 1))
}
