import { isAmountKey } from './amount-key.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

interface Seen {
  readonly reader: TableReader
  readonly row: TableRow
}

/** What earlier sheets of an import say of the same entries: a later one may add to it, never contradict or clear it. */
export class EarlierRows {
  private readonly seen = new Map<string, Seen[]>()

  /** Takes in a row; its blanks leave what an earlier sheet filled in, and each contradiction is reported. */
  meet(code: string, reader: TableReader, row: TableRow): void {
    const earlier = this.seen.get(code)
    if (!earlier) {
      this.seen.set(code, [{ reader, row }])
      return
    }
    reader.leaveBlanks(row)
    for (const key of reader.keys) {
      const other = earlier.find((one) => isOther(one, { reader, row }, key))
      if (other) reader.report(row, key, { code: 'sheet-conflict', detail: detailOf(other, key) })
    }
    earlier.push({ reader, row })
  }
}

function isOther(one: Seen, two: Seen, key: string): boolean {
  if ([one, two].some(({ reader, row }) => !reader.has(key) || reader.isBlank(row, key)))
    return false
  // Amounts may stand in another unit or with other separators and be the same.
  return isAmountKey(key)
    ? one.reader.amount(one.row, key) !== two.reader.amount(two.row, key)
    : one.reader.text(one.row, key) !== two.reader.text(two.row, key)
}

/** Where an earlier sheet says something, and what. */
export function detailOf({ reader, row }: Seen, key: string) {
  return { sheet: reader.sheet, first: row.number, other: reader.textOf(row, key) }
}
