import { type Cell, cellKey } from '../../core/allocation.ts'
import type { Money } from '../../core/money.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** What a sheet says of a cell of the matrix, and where. */
export interface StatedMoney {
  readonly reader: TableReader
  readonly row: TableRow
  readonly key: string
  readonly amount: Money
}

/** The money the sheets of an import state, so that two sheets do not set one cell. */
export class EarlierMoney {
  private readonly stated = new Map<string, StatedMoney>()

  /** What an earlier sheet says of a cell; null, and taken in, where none does. */
  meet(cell: Cell, money: StatedMoney): StatedMoney | null {
    const key = cellKey(cell)
    const earlier = this.stated.get(key)
    if (!earlier) this.stated.set(key, money)
    return earlier && earlier.reader !== money.reader ? earlier : null
  }
}
