import type { GridApi } from 'ag-grid-community'
import { type MatrixRow, lineOfColumn } from '../matrix-row.ts'
import { GridOrder, type RowId } from './grid-order.ts'

/** The rows and columns the grid shows now, read anew only after they moved. */
export class OrderReader {
  private current: GridOrder | null = null

  constructor(private readonly api: GridApi<MatrixRow>) {}

  /** Everything a person may point at. */
  read(): GridOrder {
    this.current ??= readOrder(this.api)
    return this.current
  }

  /** Only the amounts: what whole rows and Ctrl+A take in. */
  readAmounts(): GridOrder {
    const { rows, columns } = this.read()
    return new GridOrder(
      rows,
      columns.filter((column) => lineOfColumn(column) !== null),
    )
  }

  /** Says that rows or columns moved. */
  forget(): void {
    this.current = null
  }
}

function readOrder(api: GridApi<MatrixRow>): GridOrder {
  const rows: RowId[] = []
  api.forEachNodeAfterFilterAndSort(({ data }) => {
    if (data) rows.push(data.id)
  })
  const columns = api.getAllDisplayedColumns().map((column) => column.getColId())
  return new GridOrder(
    rows,
    columns.filter((column) => column !== ROW_HEADER),
  )
}

/** The column of row numbers: a row's handle, never part of a range. */
export const ROW_HEADER = 'row'
