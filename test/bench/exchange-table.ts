/** How large a sheet is; its first columns are texts, the rest amounts. */
export interface SheetSize {
  readonly rows: number
  readonly columns: number
}

/** The sheets every reader and writer is measured with: the large one, and a province's matrix of 40 lines. */
export const SHEET_SIZES = {
  '100,000 × 20': { rows: 100_000, columns: 20 },
  'province 3,000 × 43': { rows: 3_000, columns: 43 },
} as const satisfies Record<string, SheetSize>

/** The name of a sheet's size. */
export type SheetSizeName = keyof typeof SHEET_SIZES

/** How many columns from the left are texts. */
export const TEXT_COLUMNS = 3

/** A synthetic sheet with a header row, each cell made by its kind. */
export function makeTable<T>(
  { rows, columns }: SheetSize,
  text: (value: string) => T,
  number: (value: bigint) => T,
): T[][] {
  const header = Array.from({ length: columns }, (_, column) => text(`cột ${column}`))
  const body = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      column < TEXT_COLUMNS
        ? text(`Dự án ${row % 5000} cột ${column}`)
        : number(amountAt(row, column)),
    ),
  )
  return [header, ...body]
}

/** The exact sum of a sheet's amounts. */
export function sumOfTable({ rows, columns }: SheetSize): bigint {
  let sum = 0n
  for (let row = 0; row < rows; row += 1)
    for (let column = TEXT_COLUMNS; column < columns; column += 1) sum += amountAt(row, column)
  return sum
}

/** The exact sum of the amounts a reader found, header row left out. */
export function sumOfRows(rows: Iterable<Iterable<unknown>>): bigint {
  let [sum, isHeader] = [0n, true]
  for (const row of rows) {
    if (!isHeader) for (const value of [...row].slice(TEXT_COLUMNS)) sum += BigInt(String(value))
    isHeader = false
  }
  return sum
}

function amountAt(row: number, column: number): bigint {
  return (BigInt(row) * 7919n + BigInt(column) * 104_729n) % 1_000_000_000_000n
}
