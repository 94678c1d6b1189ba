import { type OutCell, type OutMerge, textCell } from './out-sheet.ts'

/** What closes a sheet for people: who signs, and whose figures these are. */
export interface ClosingWords {
  readonly place: string
  readonly preparer: string
  readonly head: string
  readonly sign: string
}

/** Rows left for signatures. */
const SPACE = 3

/** The signature block and the stamp below a sheet's last row, and their merged cells. */
export function closingRows(
  words: ClosingWords,
  stamp: string | undefined,
  { firstRow, width }: { firstRow: number; width: number },
): { rows: OutCell[][]; merges: OutMerge[] } {
  const half = Math.max(1, Math.floor(width / 2))
  const pair = (left: string, right: string): OutCell[] =>
    Array.from({ length: width }, (_, i) =>
      i === 0 ? textCell(left, 'signature') : i === half ? textCell(right, 'signature') : null,
    )
  const signing = [
    pair('', words.place),
    pair(words.preparer, words.head),
    pair(words.sign, words.sign),
  ]
  const rows: OutCell[][] = [[], ...signing, ...Array.from({ length: SPACE }, () => [])]
  if (stamp) rows.push([textCell(stamp, 'stamp')])
  const merges = signing.flatMap((_, i): OutMerge[] => {
    const row = firstRow + 1 + i
    return [
      { startRow: row, endRow: row, startCol: 0, endCol: half - 1 },
      { startRow: row, endRow: row, startCol: half, endCol: width - 1 },
    ].filter(({ startCol, endCol }) => endCol > startCol)
  })
  return { rows, merges }
}
