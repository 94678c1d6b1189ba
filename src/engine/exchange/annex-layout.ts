import type { TableKind } from '../../contract/tables.ts'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { FundingLine } from '../../core/funding-line.ts'
import type { PlanSettings } from '../../core/plan.ts'
import { type ColumnProposal, isNoteColumn, proposeColumns } from './annex-columns.ts'
import { isAmountKey } from './amount-key.ts'
import { isHeadingAgain, isOrdinalHeading } from './annex-header.ts'
import { type StatedSum, splitRows } from './annex-rows.ts'
import type { ColumnMap } from './column-map.ts'
import { columnLetter } from './column-letter.ts'
import { fillDown } from './fill-down.ts'
import type { ImportTable } from './import-table.ts'
import { type TableRow, cellText } from './sheet-table.ts'

/** How an annex is read as one plain table: its columns, its projects, and the sums it states. */
export interface AnnexLayout {
  readonly map: ColumnMap
  readonly rows: readonly TableRow[]
  readonly sums: readonly StatedSum[]
  /** Rows with figures in columns that are taken, but without name and code. */
  readonly unnamed: readonly TableRow[]
  readonly proposals: readonly ColumnProposal[]
  /** The year the annex is about, where anything tells it. */
  readonly year: FiscalYear | null
}

/** Columns only a project fills. */
const TELLING = ['place', 'group', 'stage', 'decision', 'period', 'start_year', 'end_year', 'owner']

/** Lays an annex out as one plain table; what the person mapped by column letter comes before what is proposed. */
export function layOutAnnex(
  kind: TableKind,
  table: ImportTable,
  plan: { readonly lines: readonly FundingLine[]; readonly settings: PlanSettings },
): AnnexLayout {
  const paths = table.annex?.paths ?? []
  const context = { lines: plan.lines, year: yearOf(table, plan.settings) }
  const proposals = proposeColumns(kind, paths, context).map((proposal, i): ColumnProposal => {
    const chosen = table.mapping?.columns?.[columnLetter(i)]
    return chosen === undefined
      ? proposal
      : { ...proposal, key: chosen, confidence: 'sure', isUnclear: false }
  })
  const attributes = proposeColumns('projects', paths, context)
  const columnOf = (key: string) => attributes.findIndex((proposal) => proposal.key === key)
  const [header, ...body] = table.rows
  const { annex, merges = [] } = table
  const ordinal = header?.cells.findIndex(isOrdinalHeading) ?? -1
  const naming = attributes.flatMap(({ key }, i) => (key === null || isAmountKey(key) ? [] : [i]))
  const rows = fillDown(
    annex ? body.filter((row) => !isHeadingAgain(annex, row)) : body,
    merges,
    new Set([ordinal, ...naming]),
  )
  const { projects, sums, unnamed } = splitRows(rows, {
    ordinal,
    name: columnOf('name'),
    code: columnOf('code'),
    telling: TELLING.map(columnOf).filter((column) => column >= 0),
  })
  const hasAmount = (column: number) =>
    projects.some(({ cells }) => /\d/.test(cellText(cells[column])))
  const left = proposals.flatMap(({ key }, i) =>
    key === null && !isSilent(paths[i] ?? []) ? [i] : [],
  )
  const unclear = left.filter((i) => proposals[i]?.isUnclear === true && hasAmount(i))
  return {
    map: {
      columns: new Map(
        proposals.flatMap(({ key }, i) => (key === null ? [] : [[key, i] as const])),
      ),
      unknown: kind === 'projects' ? left.filter((i) => !unclear.includes(i)) : [],
      duplicates: [],
      unclear,
    },
    rows: projects,
    sums,
    unnamed: unnamed.filter((row) => hasFigure(row, proposals)),
    proposals,
    year: context.year,
  }
}

function hasFigure(row: TableRow, proposals: readonly ColumnProposal[]): boolean {
  return proposals.some(
    ({ key }, i) => key !== null && isAmountKey(key) && /[1-9]/.test(cellText(row.cells[i])),
  )
}

function isSilent(path: readonly string[]): boolean {
  return isNoteColumn(path)
}

/** The year the annex is about: as mapped, as its title or sheet says, else the plan's only one. */
function yearOf(table: ImportTable, { from, to }: PlanSettings): FiscalYear | null {
  if (table.mapping?.year !== undefined) return table.mapping.year
  const title = (table.above ?? []).flatMap(({ cells }) => cells.map(cellText)).join(' ')
  const told =
    /\bnăm\s+(20\d\d)\b(?!\s*[-–])/iu.exec(title.normalize('NFC')) ??
    /(?<!\d)(20\d\d)(?!\d)/.exec(table.sheet)
  if (told) return Number(told[1])
  const english = /, (20\d\d)\b/.exec(title)
  if (english) return Number(english[1])
  return from === to ? from : null
}
