import { useCallback } from 'react'
import type { Hands } from './hands.ts'
import { yearOfColumn } from './matrix-row.ts'
import { cellAt } from './selected-cells.ts'
import { isSpreadable, spreadEntry } from './spread/spread-entry.ts'
import type { PointEntry } from './typed-entry.ts'
import type { AmountEntry } from './use-amount-entry.ts'

/** Takes what is typed at any point: an amount for its cell, or a total to be spread over the cells below it. */
export function useEnterAt(
  hands: Hands | null,
  enter: (entry: AmountEntry) => void,
): (entry: PointEntry) => void {
  return useCallback(
    ({ row, column, ...entry }: PointEntry) => {
      if (!hands) return
      const cell = cellAt({ row, column })
      const year = yearOfColumn(column) ?? entry.year
      if (cell) enter({ api: hands.api, ...cell, ...entry, year })
      else if (isSpreadable({ row, column })) spreadEntry(hands, { row, column }, entry)
    },
    [hands, enter],
  )
}
