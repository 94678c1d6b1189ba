import type { AnnexScope } from './annex.ts'
import { countLines } from './count-lines.ts'
import { type FigureGroup, layOutGroups } from './grouped-rows.ts'
import { type HeadingLabel, headingBlock } from './heading-block.ts'
import { type OutCell, type OutMerge, type OutSheet, textCell } from './out-sheet.ts'
import { closingRows } from './sheet-closing.ts'

const AMOUNT_WIDTH = 16

/** A title is set in larger type; headings are narrow and wrap. */
const [TITLE_LINES, HEADING_LINES] = [1.5, 2.5]

/** What a sheet for people shows: titles, a unit note, a heading, grouped figures. */
export interface PeopleSheet {
  readonly name: string
  readonly titles: readonly string[]
  readonly labels: readonly HeadingLabel[]
  readonly groups: readonly FigureGroup[]
  readonly columns: { readonly texts: number; readonly amounts: number; readonly notes: number }
  readonly textWidths: readonly number[]
  readonly frozenColumns: number
  readonly paper: 'a3' | 'a4'
  readonly scope: AnnexScope
}

/** Puts a sheet for people together: ready to print and sign, its heading repeated on every page. */
export function peopleSheet(sheet: PeopleSheet): OutSheet {
  const { columns, titles, scope } = sheet
  const { words, unit, stamp } = scope
  const width = columns.texts + columns.amounts + columns.notes
  const top: OutCell[][] = [
    ...titles.map((title) => across(textCell(title, 'title'), width)),
    across(textCell(words.unitNote(words.unit[unit]), 'note'), width),
  ]
  const heading = headingBlock(sheet.labels, top.length)
  const above = [...top, ...heading.rows]
  const body = layOutGroups(sheet.groups, {
    firstRow: above.length + 1,
    textColumns: columns.texts,
    amountColumns: columns.amounts,
    noteColumns: columns.notes,
    unit,
    total: words.total,
  })
  const rows = [...above, ...body]
  const closing = closingRows(words.closing, stamp, { firstRow: rows.length, width })
  const wide = top.map(
    (_, row): OutMerge => ({ startRow: row, endRow: row, startCol: 0, endCol: width - 1 }),
  )
  const widths = Array.from({ length: width }, (_, i) => sheet.textWidths[i] ?? AMOUNT_WIDTH)
  return {
    name: sheet.name,
    rows: [...rows, ...closing.rows],
    widths,
    frozen: { rows: above.length, columns: sheet.frozenColumns },
    merges: [...wide, ...heading.merges, ...closing.merges],
    textLines: [
      ...top.map(() => TITLE_LINES),
      ...heading.rows.map((_, i) => (i < heading.rows.length - 1 ? HEADING_LINES : 1)),
      ...body.map((cells) => linesOf(cells, widths)),
    ],
    print: {
      paper: sheet.paper,
      titles: `$${top.length + 1}:$${above.length}`,
      footer: stamp ?? '',
      page: words.page,
    },
    longNumberNote: words.longNumber,
  }
}

function linesOf(cells: readonly OutCell[], widths: readonly number[]): number {
  const lines = cells.map((cell, i) =>
    cell && 'text' in cell ? countLines(cell.text, widths[i] ?? AMOUNT_WIDTH) : 1,
  )
  return Math.max(1, ...lines)
}

function across(cell: OutCell, width: number): OutCell[] {
  return [cell, ...Array.from({ length: width - 1 }, () => null)]
}
