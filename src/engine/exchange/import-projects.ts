import { type FiscalYear, isYearWithin } from '../../core/fiscal-year.ts'
import { type Money } from '../../core/money.ts'
import { type Project, blankProject } from '../../core/project.ts'
import { draftCode } from '../../core/project-code.ts'
import type { Steps } from '../steps.ts'
import { isNoAmount } from './amount-cell.ts'
import {
  BOOLEAN_WORDS,
  CAPITAL_WORDS,
  GROUP_WORDS,
  REGION_WORDS,
  STAGE_WORDS,
} from './enum-words.ts'
import { foldHeading } from './fold-heading.ts'
import type { ImportDraft } from './import-draft.ts'
import { readRatios } from './import-ratios.ts'
import { isSameEntry } from './is-same-entry.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'
import { reportThousandfold } from './thousandfold.ts'

const DRAFT = /^DRAFT-\d+$/

/** Adds or updates projects by code; one without a code is a draft, known by its name and place. */
export function* importProjects(draft: ImportDraft, reader: TableReader): Steps<void> {
  const needs = readNeedColumns(draft, reader)
  const codes = new DraftCodes(draft, reader)
  const rowOf = new Map<string, TableRow>()
  for (const [at, row] of reader.rows.entries()) {
    yield at / reader.rows.length
    const isDraft = reader.isBlank(row, 'code')
    if (isDraft && isTotalName(reader.text(row, 'name') ?? '')) {
      reader.report(row, 'name', { code: 'total-row', severity: 'warning' })
      continue
    }
    const code = isDraft ? codes.codeFor(row) : (reader.text(row, 'code') ?? '')
    const earlier = rowOf.get(code)
    if (earlier && reader.mayRepeat) {
      reportConflict(reader, row, earlier)
      continue
    }
    if (earlier) {
      const problem = isDraft ? 'row-conflict' : 'code-duplicate'
      reader.report(row, isDraft ? 'name' : 'code', {
        code: problem,
        detail: { first: earlier.number },
      })
      continue
    }
    rowOf.set(code, row)
    draft.rows.meet(code, reader, row)
    importProject(draft, reader, row, { code, needs })
  }
}

/** A tracker with a row per source and year repeats what it says of the project, and must say the same. */
function reportConflict(reader: TableReader, row: TableRow, earlier: TableRow): void {
  for (const key of reader.keys) {
    const isOther = !reader.isBlank(row, key) && reader.text(row, key) !== reader.text(earlier, key)
    if (isOther)
      reader.report(row, key, { code: 'row-conflict', detail: { first: earlier.number } })
  }
}

/** `Tổng cộng`, `Tổng số`, `Cộng` or `Total`: a sum of the rows above would count every đồng twice. */
function isTotalName(name: string): boolean {
  return /^(tong|tong cong|tong so|cong|total|grand total)$/.test(foldHeading(name))
}

/** Hands out draft codes: the one a project of this name and place has, else the next free one. */
class DraftCodes {
  private readonly known = new Map<string, string>()
  private readonly taken: Set<string>
  private last = 0

  constructor(
    draft: ImportDraft,
    private readonly reader: TableReader,
  ) {
    for (const { code, name, place } of draft.projects.all) {
      if (DRAFT.test(code)) this.known.set(nameKey(name, place), code)
    }
    const imported = reader.rows.map((row) => reader.text(row, 'code') ?? '')
    this.taken = new Set([...draft.projects.all.map(({ code }) => code), ...imported])
  }

  codeFor(row: TableRow): string {
    const key = nameKey(this.reader.text(row, 'name') ?? '', this.reader.text(row, 'place') ?? '')
    const code = this.known.get(key) ?? this.nextFree()
    this.known.set(key, code)
    return code
  }

  private nextFree(): string {
    do this.last += 1
    while (this.taken.has(draftCode(this.last)))
    return draftCode(this.last)
  }
}

function nameKey(name: string, place: string): string {
  return JSON.stringify([name, place].map((text) => text.normalize('NFC').trim().toLowerCase()))
}

/** The need columns whose year the plan has; one outside it is a problem as soon as it holds a figure. */
function readNeedColumns(draft: ImportDraft, reader: TableReader): ReadonlyMap<FiscalYear, string> {
  const columns = new Map<FiscalYear, string>()
  for (const key of reader.keys) {
    const year = Number(/^need_(\d{4})$/.exec(key)?.[1] ?? 0)
    if (year === 0) continue
    if (isYearWithin(year, draft.period)) {
      columns.set(year, key)
      continue
    }
    const filled = reader.rows.find((row) => !reader.isBlank(row, key))
    if (filled)
      reader.report(filled, key, {
        code: 'year-outside-plan',
        value: String(year),
        detail: draft.period,
      })
  }
  return columns
}

function importProject(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
  { code, needs }: { code: string; needs: ReadonlyMap<FiscalYear, string> },
): void {
  const before = draft.projects.find(code) ?? null
  const standing = before ?? newProject(draft, reader, row, code)
  const after: Project = {
    ...standing,
    ...readTexts(reader, row, standing),
    ...readChoices(reader, row, standing),
    ...readAmounts(reader, row, standing),
    needs: readNeeds(reader, row, standing.needs, needs),
    ratios: readRatios(draft, reader, row, standing.ratios),
  }
  reportReversed(reader, row, after)
  reportThousandfold(reader, row, after)
  draft.projects.put(after)
  draft.settle({ kind: 'project-set', id: after.id, before, after }, isSameEntry(before, after))
}

function reportReversed(reader: TableReader, row: TableRow, { startYear, endYear }: Project): void {
  if (startYear === null || endYear === null || endYear >= startYear) return
  reader.report(row, reader.has('end_year') ? 'end_year' : 'start_year', {
    code: 'years-reversed',
    severity: 'warning',
    value: String(endYear),
    detail: { start: startYear },
  })
}

function newProject(draft: ImportDraft, reader: TableReader, row: TableRow, code: string): Project {
  if (reader.isBlank(row, 'name')) reader.reportMissing(row, 'name')
  for (const [key, assumed] of [
    ['group', 'C'],
    ['stage', 'new-start'],
  ] as const) {
    if (reader.isBlank(row, key)) reader.reportAssumed(row, key, assumed)
  }
  return blankProject(draft.projects.takeId(), code)
}

function readTexts(reader: TableReader, row: TableRow, standing: Project) {
  return {
    name: reader.text(row, 'name') || standing.name,
    place: reader.text(row, 'place') ?? standing.place,
    sector: reader.text(row, 'sector') ?? standing.sector,
    task: reader.text(row, 'task') ?? standing.task,
    owner: reader.text(row, 'owner') ?? standing.owner,
    ...readDecision(reader, row, standing),
    exception: reader.text(row, 'exception') ?? standing.exception,
  }
}

/** `1180/QĐ-UBND ngày 20/10/2025`, as annexes write number and day in one column. */
const DATED = /^(.*\S)(?:[,;]|\s+ngày)\s+(\d{1,2}[./-]\d{1,2}[./-]\d{4})$/iu

function readDecision(reader: TableReader, row: TableRow, standing: Project) {
  const text = reader.date(row, 'decision')
  const [, number, day] = DATED.exec(text ?? '') ?? []
  if (number !== undefined && day !== undefined && !reader.has('decision_date'))
    return { decision: number, decisionDate: day }
  return {
    decision: text ?? standing.decision,
    decisionDate: reader.date(row, 'decision_date') ?? standing.decisionDate,
  }
}

function readChoices(reader: TableReader, row: TableRow, standing: Project) {
  const isBorder = reader.word(row, 'border', BOOLEAN_WORDS)
  const region = reader.word(row, 'region', REGION_WORDS)
  const period = readPeriod(reader, row)
  const start = reader.year(row, 'start_year')
  const end = reader.year(row, 'end_year')
  const startYear = start ?? period?.start ?? start
  const endYear = end ?? period?.end ?? end
  return {
    isBorder: isBorder === undefined ? standing.isBorder : isBorder === true,
    region: region === undefined ? standing.region : (region ?? ''),
    group: reader.word(row, 'group', GROUP_WORDS) ?? standing.group,
    stage: reader.word(row, 'stage', STAGE_WORDS) ?? standing.stage,
    capitalType: reader.word(row, 'capital_type', CAPITAL_WORDS) ?? standing.capitalType,
    startYear: startYear === undefined ? standing.startYear : startYear,
    endYear: endYear === undefined ? standing.endYear : endYear,
  }
}

/** `2025-2027`, as annexes write when works begin and end. */
function readPeriod(reader: TableReader, row: TableRow) {
  const text = reader.text(row, 'period') ?? ''
  if (text === '' || isNoAmount(text)) return undefined
  const [start, end = start] = text.match(/(?<!\d)(?:20\d\d|2100)(?!\d)/g) ?? []
  if (start !== undefined) return { start: Number(start), end: Number(end) }
  reader.report(row, 'period', { code: 'year-invalid' })
  return undefined
}

function readAmounts(reader: TableReader, row: TableRow, standing: Project) {
  return {
    totalInvestment: reader.amountOrZero(row, 'total_investment') ?? standing.totalInvestment,
    fundedBefore: reader.amountOrZero(row, 'funded_before') ?? standing.fundedBefore,
    arrears: reader.amountOrZero(row, 'arrears') ?? standing.arrears,
    advance: reader.amountOrZero(row, 'advance') ?? standing.advance,
  }
}

function readNeeds(
  reader: TableReader,
  row: TableRow,
  standing: ReadonlyMap<FiscalYear, Money>,
  columns: ReadonlyMap<FiscalYear, string>,
): ReadonlyMap<FiscalYear, Money> {
  const needs = new Map(standing)
  for (const [year, key] of columns) {
    const need = reader.amountOrZero(row, key)
    if (need === 0n) needs.delete(year)
    else if (need !== undefined) needs.set(year, need)
  }
  return needs
}
