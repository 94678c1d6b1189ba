import { type Money, money } from '../../../core/money.ts'
import type { RowId } from './grid-order.ts'
import type { Selection } from './selection.ts'

/** What the selected amounts come to, exact; empty cells do not count. */
export interface SelectionSums {
  readonly cells: number
  readonly count: number
  readonly sum: Money
  readonly min: Money | null
  readonly max: Money | null
  /** Whole đồng, cut; `isAverageCut` says that there was more behind the đồng. */
  readonly average: Money | null
  readonly isAverageCut: boolean
}

/** Reads a column's amounts by row; null for a cell that has none. */
export type ColumnReader = (row: RowId) => bigint | null

/** Measures the selected amounts, each cell once; a column's reader is asked for once and then used for every row. */
export function measureSelection(
  selection: Selection,
  readerOf: (column: string) => ColumnReader,
): SelectionSums {
  const running: Running = { cells: 0, count: 0, sum: 0n, min: null, max: null }
  const taken = selection.length > 1 ? new Map<string, Set<RowId>>() : null
  for (const { rows, columns } of selection) {
    for (const column of columns) {
      const fresh = taken ? takeFresh(taken, column, rows) : rows
      running.cells += fresh.length
      addColumn(running, fresh, readerOf(column))
    }
  }
  return settle(running)
}

interface Running {
  cells: number
  count: number
  sum: bigint
  min: bigint | null
  max: bigint | null
}

function addColumn(running: Running, rows: readonly RowId[], read: ColumnReader): void {
  for (const row of rows) {
    const amount = read(row)
    if (amount === null || amount === 0n) continue
    running.count += 1
    running.sum += amount
    if (running.min === null || amount < running.min) running.min = amount
    if (running.max === null || amount > running.max) running.max = amount
  }
}

/** The rows of a column no range before has taken. */
function takeFresh(
  taken: Map<string, Set<RowId>>,
  column: string,
  rows: readonly RowId[],
): readonly RowId[] {
  const before = taken.get(column) ?? new Set<RowId>()
  const fresh = rows.filter((row) => !before.has(row))
  taken.set(column, new Set([...before, ...fresh]))
  return fresh
}

function settle({ cells, count, sum, min, max }: Running): SelectionSums {
  const of = BigInt(count)
  return {
    cells,
    count,
    sum: money(sum),
    min: min === null ? null : money(min),
    max: max === null ? null : money(max),
    average: count === 0 ? null : money(sum / of),
    isAverageCut: count > 0 && sum % of !== 0n,
  }
}
