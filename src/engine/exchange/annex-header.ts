import { countKnownColumns } from './column-map.ts'
import { foldHeading } from './fold-heading.ts'
import { type CellRange, type SheetTable, type TableRow, cellText } from './sheet-table.ts'

/** The heading of an annex: its rows by number, and for each column the labels above it from the top down. */
export interface AnnexHeader {
  readonly top: number
  readonly bottom: number
  /** Where the first row below the heading and its row of column numbers stands. */
  readonly dataFrom: number
  readonly paths: readonly (readonly string[])[]
}

/** How far down a sheet an annex's heading may begin, and how many rows it may take. */
const [FIRST_ROWS, MOST_ROWS] = [30, 6]

const ORDINAL_HEADINGS: ReadonlySet<string> = new Set(['stt', 'tt', 'so tt', 'no'])

/** Finds the heading of an annex: several merged rows, a row of column numbers, or a column of ordinals; null for a plain table. */
export function findAnnexHeader(sheet: SheetTable): AnnexHeader | null {
  const rows = new Map(sheet.rows.slice(0, FIRST_ROWS).map((row) => [row.number, row]))
  const first = [...rows.values()].find(isHeadingRow)
  if (!first) return null
  const merges = sheet.merges ?? []
  const top = first.number
  const bottom = findBottom(rows, merges, top)
  const numbers = rows.get(bottom + 1)
  const hasNumbers = numbers !== undefined && isColumnNumbers(numbers)
  const isAnnex = bottom > top || hasNumbers || first.cells.some(isOrdinalHeading)
  if (!isAnnex) return null
  return headerAt(sheet, top, bottom)
}

/** The heading that stands in these rows, on the person's word. */
export function headerAt(sheet: SheetTable, top: number, bottom: number): AnnexHeader {
  const rows = new Map(
    sheet.rows
      .filter(({ number }) => number >= top && number <= bottom + 1)
      .map((row) => [row.number, row]),
  )
  const numbers = rows.get(bottom + 1)
  const hasNumbers = numbers !== undefined && isColumnNumbers(numbers)
  const grid = labelGrid(rows, sheet.merges ?? [], top, bottom)
  return { top, bottom, dataFrom: bottom + (hasNumbers ? 2 : 1), paths: pathsOf(grid) }
}

/** Whether a heading stands over ordinals: `STT`, `TT`. */
export function isOrdinalHeading(cell: Parameters<typeof cellText>[0]): boolean {
  return ORDINAL_HEADINGS.has(foldHeading(cellText(cell)))
}

function isHeadingRow({ cells }: TableRow): boolean {
  return countKnownColumns(cells) + (cells.some(isOrdinalHeading) ? 1 : 0) >= 2
}

/** The headings that span down from the first row say how deep the block is; a csv has lost its merges. */
function findBottom(
  rows: ReadonlyMap<number, TableRow>,
  merges: readonly CellRange[],
  top: number,
): number {
  const down = merges.filter((range) => range.top === top && range.bottom > top)
  const depth = Math.max(0, ...down.map((range) => range.bottom - top))
  if (depth > 0) return top + Math.min(depth, MOST_ROWS - 1)
  let bottom = top
  while (bottom - top < MOST_ROWS - 1 && isFurtherHeading(rows.get(top), rows.get(bottom + 1)))
    bottom += 1
  return bottom
}

/** A further row of headings leaves the first columns blank and holds words, no figures. */
function isFurtherHeading(first: TableRow | undefined, row: TableRow | undefined): boolean {
  if (!first || !row || isColumnNumbers(row)) return false
  const filled = row.cells.flatMap((cell, i) => (cellText(cell).trim() === '' ? [] : [i]))
  const isWords = row.cells.every((cell) => typeof cell === 'string' && !/^[\d.,\s]+\d$/.test(cell))
  return isWords && filled.length > 0 && (filled[0] ?? 0) >= 2
}

/** Whether a row repeats the heading, as it stands on each printed page: its labels in their columns, or its column numbers. */
export function isHeadingAgain({ paths }: AnnexHeader, row: TableRow): boolean {
  if (isColumnNumbers(row)) return true
  const filled = [...row.cells.entries()].filter(([, cell]) => labelOf(cell) !== '')
  return (
    filled.length >= 2 && filled.every(([column, cell]) => paths[column]?.includes(labelOf(cell)))
  )
}

/** A row such as `1 | 2 | 3 | … | 10=11+12` numbers the columns. */
function isColumnNumbers({ cells }: TableRow): boolean {
  const texts = cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '')
  const isNumber = (text: string) => /^[([]?(?:\d{1,2}|[a-zA-Z])[)\]]?(?:\s*=.*)?$/.test(text)
  const figures = texts.map((text) => Number(/\d{1,2}/.exec(text)?.[0] ?? 0)).filter((n) => n > 0)
  const isRising = figures.every((figure, i) => i === 0 || figure > (figures[i - 1] ?? 0))
  return texts.length >= 3 && texts.every(isNumber) && figures.length >= 2 && isRising
}

function labelGrid(
  rows: ReadonlyMap<number, TableRow>,
  merges: readonly CellRange[],
  top: number,
  bottom: number,
): string[][] {
  const numbers = Array.from({ length: bottom - top + 1 }, (_, i) => top + i)
  const width = Math.max(0, ...numbers.map((number) => rows.get(number)?.cells.length ?? 0))
  const grid = numbers.map((number) =>
    Array.from({ length: width }, (_, column) => labelOf(rows.get(number)?.cells[column])),
  )
  const inside = merges.filter((range) => range.top >= top && range.top <= bottom)
  if (inside.length > 0) for (const range of inside) spread(grid, range, top)
  else fillRight(grid)
  return grid
}

function labelOf(cell: Parameters<typeof cellText>[0]): string {
  return cellText(cell).replace(/\s+/g, ' ').trim()
}

function spread(grid: string[][], range: CellRange, top: number): void {
  const label = grid[range.top - top]?.[range.left] ?? ''
  for (let row = range.top - top; row <= range.bottom - top; row += 1) {
    const labels = grid[row]
    for (
      let column = range.left;
      labels && column <= Math.min(range.right, labels.length - 1);
      column += 1
    )
      labels[column] = label
  }
}

/** Without merges a label covers the blanks to its right, as far as the label above it reaches. */
function fillRight(grid: string[][]): void {
  grid.slice(0, -1).forEach((labels, row) => {
    labels.forEach((label, column) => {
      const above = grid[row - 1]
      const isUnderSame = !above || above[column] === above[column - 1]
      const hasBelow = grid.slice(row + 1).some((below) => below[column] !== '')
      if (label === '' && column > 0 && isUnderSame && hasBelow)
        labels[column] = labels[column - 1] ?? ''
    })
  })
}

function pathsOf(grid: readonly (readonly string[])[]): string[][] {
  return (grid[0] ?? []).map((_, column) =>
    grid
      .map((labels) => labels[column] ?? '')
      .filter((label, i, all) => label !== '' && label !== all[i - 1]),
  )
}
