import { foldWords, holdsWords } from '../filter/project-filter.ts'
import type { RowId } from '../range/grid-order.ts'

/** A row that can be found, with its folded words. */
export interface FindableRow {
  readonly row: RowId
  readonly text: string
}

/** The rows that hold every word looked for, in the order shown; an empty query finds nothing. */
export function findRows(rows: readonly FindableRow[], query: string): RowId[] {
  const words = foldWords(query)
  if (words.length === 0) return []
  return rows.filter(({ text }) => holdsWords(text, words)).map(({ row }) => row)
}

/** The place of the next match from here, round the end; -1 where there is none. */
export function nextMatch(count: number, at: number, step: 1 | -1): number {
  if (count === 0) return -1
  if (at < 0) return step > 0 ? 0 : count - 1
  return (at + step + count) % count
}
