import type { Money, Unit } from '../../core/money.ts'
import { amountText } from './amount-text.ts'
import { columnLetter } from './column-letter.ts'
import { type OutCell, type OutStyle, numberCell, textCell } from './out-sheet.ts'
import { isTooLong } from './sheet-xml.ts'

/** A row of figures: its texts after the ordinal, its amounts, its texts behind them; null is not known. */
export interface FigureRow {
  readonly texts: readonly string[]
  readonly amounts: readonly (Money | null)[]
  readonly notes?: readonly string[]
}

/** Rows under a heading that sums them up; a group holds either rows or further groups. */
export interface FigureGroup {
  readonly ordinal: string
  readonly title: string
  readonly groups: readonly FigureGroup[]
  readonly rows: readonly FigureRow[]
}

/** Where grouped rows stand in a sheet. */
export interface GroupedPlace {
  /** The number of the first row, from 1. */
  readonly firstRow: number
  /** How many columns stand before the amounts, the ordinal among them. */
  readonly textColumns: number
  readonly amountColumns: number
  readonly noteColumns: number
  readonly unit: Unit
  readonly total: string
}

/** A sum's row and what stands in each of its columns. */
interface Summed {
  readonly row: number
  readonly amounts: readonly (bigint | null)[]
}

/** Lays groups out under a grand total, every sum a live one that keeps the exact value beside it. */
export function layOutGroups(groups: readonly FigureGroup[], place: GroupedPlace): OutCell[][] {
  const layout = new GroupLayout(place)
  layout.addTotal(groups)
  return layout.rows
}

class GroupLayout {
  readonly rows: OutCell[][] = []

  constructor(private readonly place: GroupedPlace) {}

  addTotal(groups: readonly FigureGroup[]): void {
    const at = this.reserve()
    const parts = groups.map((group) => this.addGroup(group))
    this.rows[at] = this.sumRow('', this.place.total, parts, listOf, 'total').cells
  }

  private addGroup({ ordinal, title, groups, rows }: FigureGroup): Summed {
    const at = this.reserve()
    const isList = groups.length > 0
    const parts = isList
      ? groups.map((group) => this.addGroup(group))
      : rows.map((row, i) => this.addRow(row, i + 1))
    const sum = this.sumRow(ordinal, title, parts, isList ? listOf : rangeOf, 'group')
    this.rows[at] = sum.cells
    return { row: this.place.firstRow + at, amounts: sum.amounts }
  }

  private addRow({ texts, amounts, notes = [] }: FigureRow, ordinal: number): Summed {
    const { unit, noteColumns } = this.place
    const at = this.reserve()
    this.rows[at] = [
      numberCell(String(ordinal), 'wrapped'),
      ...texts.map((text) => textCell(text, 'wrapped')),
      ...amounts.map((amount) =>
        amount === null || amount === 0n
          ? textCell('', 'wrapped')
          : numberCell(amountText(amount, unit), 'wrapped'),
      ),
      ...Array.from({ length: noteColumns }, (_, i) => textCell(notes[i] ?? '', 'wrapped')),
    ]
    return { row: this.place.firstRow + at, amounts }
  }

  private reserve(): number {
    this.rows.push([])
    return this.rows.length - 1
  }

  private sumRow(
    ordinal: string,
    title: string,
    parts: readonly Summed[],
    refer: (letter: string, rows: readonly number[]) => string,
    style: OutStyle,
  ): { cells: OutCell[]; amounts: (bigint | null)[] } {
    const { textColumns, amountColumns, noteColumns } = this.place
    const amounts = Array.from({ length: amountColumns }, (_, i) => sumKnown(parts, i))
    const blanks = (count: number) => Array.from({ length: count }, () => textCell('', style))
    const sums = amounts.map((amount, i) => {
      const formula = refer(
        columnLetter(textColumns + i),
        parts.map(({ row }) => row),
      )
      return amount === null ? textCell('', style) : this.sumCell(amount, parts, i, formula, style)
    })
    const head = [textCell(ordinal, style), textCell(title, style), ...blanks(textColumns - 2)]
    return { cells: [...head, ...sums, ...blanks(noteColumns)], amounts }
  }

  /** A live sum, unless a part is too long for Excel and stands there as text a sum would skip. */
  private sumCell(
    amount: bigint,
    parts: readonly Summed[],
    column: number,
    formula: string,
    style: OutStyle,
  ): OutCell {
    const { unit } = this.place
    const number = amountText(amount, unit)
    const isLive =
      parts.length <= MOST_PARTS &&
      parts.every(({ amounts }) => !isTooLong(amountText(amounts[column] ?? 0n, unit)))
    return isLive ? { number, formula, style } : { number, style }
  }
}

/** Excel takes 255 arguments in one call; a range of rows is one of them. */
const MOST_PARTS = 20_000
const MOST_ARGUMENTS = 250

function sumKnown(parts: readonly Summed[], column: number): bigint | null {
  const known = parts.flatMap(({ amounts }) => amounts[column] ?? [])
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0n)
}

/** Rows that follow one another. */
function rangeOf(letter: string, rows: readonly number[]): string {
  return `SUM(${letter}${rows[0]}:${letter}${rows.at(-1)})`
}

/** Rows with others between them. */
function listOf(letter: string, rows: readonly number[]): string {
  const calls: string[] = []
  for (let at = 0; at < rows.length; at += MOST_ARGUMENTS) {
    const some = rows.slice(at, at + MOST_ARGUMENTS).map((row) => `${letter}${row}`)
    calls.push(`SUM(${some.join(',')})`)
  }
  return calls.join('+')
}
