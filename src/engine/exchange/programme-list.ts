import { type FiscalYear, yearsOf } from '../../core/fiscal-year.ts'
import type { FundingLine } from '../../core/funding-line.ts'
import { money } from '../../core/money.ts'
import type { PlanIndex } from '../../core/plan-index.ts'
import type { Project } from '../../core/project.ts'
import { type AnnexScope, groupLines } from './annex.ts'
import type { FigureGroup, FigureRow } from './grouped-rows.ts'
import type { HeadingLabel } from './heading-block.ts'
import type { OutSheet } from './out-sheet.ts'
import { peopleSheet } from './people-sheet.ts'
import { romanNumeral } from './roman-numeral.ts'

const TEXT_COLUMNS = 5

/** The list of programmes and projects that use capital: programme, line, then each project it pays, year by year. */
export function programmeList(index: PlanIndex, scope: AnnexScope): OutSheet {
  const { words } = scope
  const { settings } = index.plan
  const years = yearsOf(settings)
  const groups = groupLines(index.plan, words.noProgramme).map(
    ({ name, lines }, i): FigureGroup => ({
      ordinal: String.fromCharCode(65 + (i % 26)),
      title: name,
      groups: lines.map((line, k) => ({
        ordinal: romanNumeral(k + 1),
        title: `${line.code} – ${line.name}`,
        groups: [],
        rows: rowsOf(index, line, years),
      })),
      rows: [],
    }),
  )
  return peopleSheet({
    name: words.list,
    titles: [
      settings.title,
      [words.listTitle(settings.from, settings.to), settings.organisation]
        .filter(Boolean)
        .join(' – '),
    ],
    labels: labelsOf(years, scope),
    groups,
    columns: { texts: TEXT_COLUMNS, amounts: years.length + 1, notes: 1 },
    textWidths: [6, 48, 12, 20, 14],
    frozenColumns: 2,
    paper: years.length > 3 ? 'a3' : 'a4',
    scope,
  })
}

function rowsOf(index: PlanIndex, line: FundingLine, years: readonly FiscalYear[]): FigureRow[] {
  return [...index.plan.projects.values()].flatMap((project) => {
    const amounts = years.map((year) => index.amountsOf(project.id, year).get(line.id) ?? money(0n))
    const total = money(amounts.reduce<bigint>((sum, amount) => sum + amount, 0n))
    if (total === 0n) return []
    const notes = [notesOf(index, project, line, years)]
    return [{ texts: textsOf(project), amounts: [total, ...amounts], notes }]
  })
}

function textsOf({ name, code, place, startYear, endYear }: Project): string[] {
  return [name, code, place, [startYear, endYear].filter((year) => year !== null).join('-')]
}

function notesOf(
  { plan }: PlanIndex,
  project: Project,
  line: FundingLine,
  years: readonly FiscalYear[],
): string {
  const notes = years.map(
    (year) => plan.allocations.get({ project: project.id, line: line.id, year })?.note ?? '',
  )
  return [...new Set(notes.filter((note) => note !== ''))].join('; ')
}

function labelsOf(years: readonly FiscalYear[], { words }: AnnexScope): HeadingLabel[] {
  const last = TEXT_COLUMNS + years.length
  const single = [words.ordinal, words.listItem, words.code, words.place, words.period]
  return [
    ...single.map((label, i): HeadingLabel => [0, 1, i, i, label]),
    [0, 0, TEXT_COLUMNS, last, words.plannedCapital],
    [1, 1, TEXT_COLUMNS, TEXT_COLUMNS, words.whole],
    ...years.map(
      (year, i): HeadingLabel => [
        1,
        1,
        TEXT_COLUMNS + 1 + i,
        TEXT_COLUMNS + 1 + i,
        `${words.year} ${year}`,
      ],
    ),
    [0, 1, last + 1, last + 1, words.note],
  ]
}
