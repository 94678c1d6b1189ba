import { type Money, money } from '../../../core/money.ts'
import type { CellPoint } from './grid-order.ts'
import { type Selection, cellsOf } from './selection.ts'

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

/** Measures the selected amounts; `amountAt` gives null for a cell that has none. */
export function measureSelection(
  selection: Selection,
  amountAt: (point: CellPoint) => bigint | null,
): SelectionSums {
  let [cells, count, sum] = [0, 0, 0n]
  let min: bigint | null = null
  let max: bigint | null = null
  for (const point of cellsOf(selection)) {
    cells += 1
    const amount = amountAt(point)
    if (amount === null || amount === 0n) continue
    count += 1
    sum += amount
    if (min === null || amount < min) min = amount
    if (max === null || amount > max) max = amount
  }
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
