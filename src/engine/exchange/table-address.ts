import { columnLetter } from './column-letter.ts'
import type { ColumnMap } from './column-map.ts'
import type { ImportTable } from './import-table.ts'
import type { ProblemPlace } from './problem-list.ts'
import { type TableRow, cellText } from './sheet-table.ts'

/** Names the cells of a table as its sheet shows them: `D (amount)` in row 3. */
export class TableAddress {
  constructor(
    private readonly table: ImportTable,
    private readonly map: ColumnMap,
  ) {}

  /** A cell by its column key; the bare key where the table has no such column. */
  of(row: TableRow, key: string): ProblemPlace {
    const index = this.map.columns.get(key)
    return index === undefined ? { ...this.at(row, -1), column: key } : this.at(row, index)
  }

  /** A cell by its column from 0; -1 is the whole row. */
  at(row: TableRow, index: number): ProblemPlace {
    const { file, sheet } = this.table
    return { file, sheet, row: row.number, column: index < 0 ? '' : this.name(index) }
  }

  /** A column's heading as the table writes it. */
  heading(index: number): string {
    return cellText(this.table.rows[0]?.cells[index]).trim()
  }

  private name(index: number): string {
    const [letter, heading] = [columnLetter(index), this.heading(index)]
    return heading === '' ? letter : `${letter} (${heading})`
  }
}
