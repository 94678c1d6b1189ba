import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { FundingLine } from '../../core/funding-line.ts'
import type { Money, Unit } from '../../core/money.ts'
import { type Plan, topProgramme } from '../../core/plan.ts'
import type { PlanIndex } from '../../core/plan-index.ts'
import type { Project } from '../../core/project.ts'
import { amountText } from './amount-text.ts'
import type { AnnexWords } from './annex-words.ts'
import { columnLetter } from './column-letter.ts'
import { countLines } from './count-lines.ts'
import { closingRows } from './sheet-closing.ts'
import {
  type OutCell,
  type OutMerge,
  type OutSheet,
  type OutStyle,
  numberCell,
  textCell,
} from './out-sheet.ts'

/** Rows above the first project: title, subtitle, unit, two rows of headings. */
const TOP_ROWS = 5

/** Columns before the first line: ordinal, code, name, place, total investment, need, allocated. */
const LEFT_COLUMNS = 7

const AMOUNT_WIDTH = 18
const NAME_WIDTH = 46
/** A title is set in larger type. */
const TITLE_LINES = 1.5
const LEFT_WIDTHS = [6, 12, NAME_WIDTH, 20, AMOUNT_WIDTH, AMOUNT_WIDTH, AMOUNT_WIDTH]

interface LineGroup {
  readonly name: string
  readonly lines: FundingLine[]
}

/** What one sheet of the annex shows. */
export interface AnnexScope {
  readonly year: FiscalYear
  readonly unit: Unit
  readonly words: AnnexWords
  /** What the foot of every page says: whose figures these are and when they were printed. */
  readonly stamp?: string | undefined
}

/** The annex of a year: projects down, lines across under their programmes, our own sums live. */
export function annexSheet(index: PlanIndex, scope: AnnexScope): OutSheet {
  return new AnnexWriter(index, scope).sheet()
}

/** The annex's lines, grouped by top-level programme in the order programmes and lines stand in the plan. */
export function groupLines(plan: Plan, noProgramme: string): LineGroup[] {
  const groups = new Map<number, LineGroup>()
  for (const { id, name } of plan.programmes.values()) groups.set(id, { name, lines: [] })
  const others: LineGroup = { name: noProgramme, lines: [] }
  for (const line of plan.lines.values()) {
    const top = topProgramme(plan, line.programme)
    const group = (top && groups.get(top.id)) ?? others
    group.lines.push(line)
  }
  return [...groups.values(), others].filter(({ lines }) => lines.length > 0)
}

class AnnexWriter {
  private readonly groups: LineGroup[]
  private readonly lines: FundingLine[]
  private readonly projects: Project[]
  private readonly width: number

  constructor(
    private readonly index: PlanIndex,
    private readonly scope: AnnexScope,
  ) {
    this.groups = groupLines(index.plan, scope.words.noProgramme)
    this.lines = this.groups.flatMap(({ lines }) => lines)
    this.projects = [...index.plan.projects.values()]
    this.width = LEFT_COLUMNS + this.lines.length + 1
  }

  sheet(): OutSheet {
    const rows = [
      ...this.topRows(),
      ...this.projects.map((project, i) => this.projectRow(project, i)),
      ...this.sumRows(),
    ]
    const { words, stamp } = this.scope
    const closing = closingRows(words.closing, stamp, { firstRow: rows.length, width: this.width })
    return {
      name: String(this.scope.year),
      rows: [...rows, ...closing.rows],
      widths: [...LEFT_WIDTHS, ...this.lines.map(() => AMOUNT_WIDTH), AMOUNT_WIDTH],
      textLines: this.textLines(),
      frozen: { rows: TOP_ROWS, columns: 3 },
      merges: [...this.merges(), ...closing.merges],
      print: {
        paper: 'a3',
        titles: `$${TOP_ROWS - 1}:$${TOP_ROWS}`,
        footer: this.scope.stamp ?? '',
        page: this.scope.words.page,
      },
      longNumberNote: this.scope.words.longNumber,
    }
  }

  /** Rows as high as their longest text, broken at the width of its column. */
  private textLines(): number[] {
    const programmes = this.groups.map(({ name, lines }) =>
      countLines(name, lines.length * AMOUNT_WIDTH),
    )
    const names = this.lines.map(({ code, name }) => countLines(`${code} – ${name}`, AMOUNT_WIDTH))
    const projects = this.projects.map(({ name, place }) =>
      Math.max(countLines(name, NAME_WIDTH), countLines(place, LEFT_WIDTHS[3] ?? AMOUNT_WIDTH)),
    )
    const heads = [Math.max(1, ...programmes), Math.max(2, ...names)]
    return [TITLE_LINES, TITLE_LINES, 1, ...heads, ...projects]
  }

  private topRows(): OutCell[][] {
    const { year, unit, words } = this.scope
    const { title, organisation } = this.index.plan.settings
    const heads = [
      words.ordinal,
      words.code,
      words.name,
      words.place,
      words.totalInvestment,
      words.need,
      words.allocated,
    ]
    const blank = heads.map(() => textCell('', 'header'))
    const programmes = this.groups.flatMap(({ name, lines }) =>
      lines.map((_, i) => textCell(i === 0 ? name : '', 'header')),
    )
    const names = this.lines.map(({ code, name }) => textCell(`${code} – ${name}`, 'header'))
    return [
      this.across(textCell(title, 'title')),
      this.across(
        textCell([words.subtitle(year), organisation].filter(Boolean).join(' – '), 'title'),
      ),
      this.across(textCell(words.unitNote(words.unit[unit]), 'note')),
      [
        ...heads.map((head) => textCell(head, 'header')),
        ...programmes,
        textCell(words.shortfall, 'header'),
      ],
      [...blank, ...names, textCell('', 'header')],
    ]
  }

  private across(cell: OutCell): OutCell[] {
    return [cell, ...Array.from({ length: this.width - 1 }, () => null)]
  }

  private projectRow(project: Project, i: number): OutCell[] {
    const { year } = this.scope
    const amounts = this.index.amountsOf(project.id, year)
    const cells = this.lines.map(({ id }) => amounts.get(id))
    const row = TOP_ROWS + i + 1
    const range = `${columnLetter(LEFT_COLUMNS)}${row}:${columnLetter(this.width - 2)}${row}`
    return [
      numberCell(String(i + 1), 'wrapped'),
      ...[project.code, project.name, project.place].map((text) => textCell(text, 'wrapped')),
      this.amount(project.totalInvestment),
      this.amount(this.index.needOf(project.id, year)),
      this.sum(this.index.allocatedToProject(project.id, year), range, cells),
      ...cells.map((amount) => this.amount(amount)),
      this.amount(this.index.shortfallOf(project.id, year)),
    ]
  }

  private sumRows(): OutCell[][] {
    const { words, year } = this.scope
    const { index, lines } = this
    const totals = index.totals(year)
    const row = (
      name: string,
      left: readonly OutCell[],
      middle: readonly OutCell[],
      right: OutCell,
    ): OutCell[] => [
      ...['', '', name, ''].map((text) => textCell(text, 'total')),
      ...left,
      ...middle,
      right,
    ]
    const none = textCell('', 'total')
    const lineRow = (name: string, total: Money, of: (line: number) => Money) =>
      row(
        name,
        [none, none, this.amount(total, 'total')],
        lines.map(({ id }) => this.amount(of(id), 'total')),
        none,
      )
    return [
      row(
        words.total,
        [4, 5, 6].map((c) => this.columnSum(c)),
        lines.map((_, i) => this.columnSum(LEFT_COLUMNS + i)),
        this.columnSum(this.width - 1),
      ),
      lineRow(words.ceiling, totals.ceiling, (line) => index.lineYear(line, year).ceiling),
      lineRow(words.reserve, totals.reserve, (line) => index.lineYear(line, year).reserve),
      lineRow(words.remaining, totals.remaining, (line) => index.remainingOfLine(line, year)),
    ]
  }

  private columnSum(column: number): OutCell {
    const letter = columnLetter(column)
    const amounts = this.projects.map((project) => this.amountIn(project, column))
    const total = amounts.reduce<bigint>((sum, amount) => sum + amount, 0n) as Money
    const range = `${letter}${TOP_ROWS + 1}:${letter}${TOP_ROWS + this.projects.length}`
    return this.sum(total, range, amounts, 'total')
  }

  private amountIn({ id, totalInvestment }: Project, column: number): Money {
    const { year } = this.scope
    if (column === 4) return totalInvestment
    if (column === 5) return this.index.needOf(id, year)
    if (column === 6) return this.index.allocatedToProject(id, year)
    if (column === this.width - 1) return this.index.shortfallOf(id, year)
    const line = this.lines[column - LEFT_COLUMNS]
    return (line && this.index.amountsOf(id, year).get(line.id)) ?? (0n as Money)
  }

  /** A live sum, unless a summand is too long for Excel and stands there as text a sum would skip. */
  private sum(
    total: Money,
    range: string,
    parts: readonly (Money | undefined)[],
    style: OutStyle = 'wrapped',
  ): OutCell {
    const number = amountText(total, this.scope.unit)
    const isLive = parts.length > 0 && parts.every((part) => (part ?? 0n) < 10n ** 15n)
    return isLive ? { number, formula: `SUM(${range})`, style } : { number, style }
  }

  private amount(amount: Money | undefined, style: OutStyle = 'wrapped'): OutCell {
    const isShown = amount !== undefined && (amount !== 0n || style === 'total')
    return isShown ? numberCell(amountText(amount, this.scope.unit), style) : textCell('', style)
  }

  private merges(): OutMerge[] {
    const [top, bottom] = [TOP_ROWS - 2, TOP_ROWS - 1]
    const last = this.width - 1
    const titles = [0, 1, 2].map((row) => ({
      startRow: row,
      startCol: 0,
      endRow: row,
      endCol: last,
    }))
    const heads = [...Array.from({ length: LEFT_COLUMNS }, (_, i) => i), last].map((column) => ({
      startRow: top,
      startCol: column,
      endRow: bottom,
      endCol: column,
    }))
    let column = LEFT_COLUMNS
    const programmes = this.groups.flatMap(({ lines }) => {
      const startCol = column
      column += lines.length
      return lines.length > 1 ? [{ startRow: top, startCol, endRow: top, endCol: column - 1 }] : []
    })
    return [...titles, ...heads, ...programmes]
  }
}
