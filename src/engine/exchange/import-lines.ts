import type { FiscalYear } from '../../core/fiscal-year.ts'
import { isYearWithin } from '../../core/fiscal-year.ts'
import {
  type FundingLine,
  type LineEligibility,
  type LineYear,
  blankLine,
} from '../../core/funding-line.ts'
import { type Money, ZERO } from '../../core/money.ts'
import { formatMoney } from '../../core/number-format.ts'
import {
  BOOLEAN_WORDS,
  CAPITAL_WORDS,
  type EnumWords,
  GROUP_WORDS,
  REGION_WORDS,
  SOURCE_WORDS,
  STAGE_WORDS,
} from './enum-words.ts'
import type { Steps } from '../steps.ts'
import type { ImportDraft } from './import-draft.ts'
import { readProgramme } from './import-programmes.ts'
import { isSameEntry } from './is-same-entry.ts'
import { reportNoCode } from './rows-by-code.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** Adds or updates funding lines by code, from one row per line and year. */
export function* importLines(draft: ImportDraft, reader: TableReader): Steps<void> {
  const rowsByCode = new Map<string, TableRow[]>()
  for (const row of reader.rows) {
    const code = reader.text(row, 'code') ?? ''
    const rows = rowsByCode.get(code)
    if (code === '') reportNoCode(reader, row)
    else if (rows) rows.push(row)
    else rowsByCode.set(code, [row])
  }
  let done = 0
  for (const [code, rows] of rowsByCode) {
    yield done / rowsByCode.size
    done += 1
    importLine(draft, reader, code, rows)
  }
}

function importLine(
  draft: ImportDraft,
  reader: TableReader,
  code: string,
  rows: readonly TableRow[],
): void {
  const before = draft.lines.find(code) ?? null
  const standing = before ?? newLine(draft, reader, code, rows)
  const after: FundingLine = {
    ...standing,
    ...readAttributes(draft, reader, rows, standing),
    eligibility: readEligibility(reader, rows, standing.eligibility),
    years: readYears(draft, reader, rows, standing),
  }
  draft.lines.put(after)
  draft.settle({ kind: 'line-set', id: after.id, before, after }, isSameEntry(before, after))
}

function newLine(
  draft: ImportDraft,
  reader: TableReader,
  code: string,
  rows: readonly TableRow[],
): FundingLine {
  for (const key of ['name', 'source']) {
    const [first] = rows
    if (first && rows.every((row) => reader.isBlank(row, key))) reader.reportMissing(first, key)
  }
  return blankLine(draft.lines.takeId(), code)
}

function readAttributes(
  draft: ImportDraft,
  reader: TableReader,
  rows: readonly TableRow[],
  standing: FundingLine,
) {
  const text = (key: string) => readRepeated(reader, rows, key, (row) => reader.text(row, key))
  return {
    name: text('name') || standing.name,
    programme:
      readRepeated(reader, rows, 'programme', (row) =>
        readProgramme(draft, reader, row, 'programme', standing.programme),
      ) ?? null,
    source:
      readRepeated(reader, rows, 'source', (row) => reader.word(row, 'source', SOURCE_WORDS)) ??
      standing.source,
    capitalType:
      readRepeated(reader, rows, 'capital_type', (row) =>
        reader.word(row, 'capital_type', CAPITAL_WORDS),
      ) ?? standing.capitalType,
    budgetCodes: text('budget_codes') ?? standing.budgetCodes,
    validUntil: kept(
      readRepeated(reader, rows, 'valid_until', (row) => reader.year(row, 'valid_until')),
      standing.validUntil,
    ),
    basis: text('basis') ?? standing.basis,
  }
}

function readEligibility(
  reader: TableReader,
  rows: readonly TableRow[],
  standing: LineEligibility,
): LineEligibility {
  const list = (key: string) => readRepeated(reader, rows, key, (row) => reader.list(row, key))
  const words = <T>(key: string, of: EnumWords<T>) =>
    readRepeated(reader, rows, key, (row) => reader.words(row, key, of))
  const borderOnly = readRepeated(reader, rows, 'border_only', (row) =>
    reader.word(row, 'border_only', BOOLEAN_WORDS),
  )
  return {
    sectors: list('sectors') ?? standing.sectors,
    places: list('places') ?? standing.places,
    groups: words('groups', GROUP_WORDS) ?? standing.groups,
    stages: words('stages', STAGE_WORDS) ?? standing.stages,
    regions: words('regions', REGION_WORDS) ?? standing.regions,
    borderOnly: kept(borderOnly, standing.borderOnly) ?? false,
  }
}

/** What the table says, or what stands where it has no such column. */
function kept<T>(said: T | undefined, standing: T): T {
  return said === undefined ? standing : said
}

/** A value repeated on each of a line's rows: the first that is filled in, and no other may differ. */
function readRepeated<T>(
  reader: TableReader,
  rows: readonly TableRow[],
  key: string,
  read: (row: TableRow) => T,
): T | undefined {
  const filled = rows.filter((row) => !reader.isBlank(row, key))
  const [first, ...others] = filled.length > 0 ? filled : rows.slice(0, 1)
  if (!first) return undefined
  const value = read(first)
  for (const row of others) {
    if (isSameEntry(read(row), value)) continue
    reader.report(row, key, { code: 'row-conflict', detail: { first: first.number } })
  }
  return value
}

function readYears(
  draft: ImportDraft,
  reader: TableReader,
  rows: readonly TableRow[],
  standing: FundingLine,
): ReadonlyMap<FiscalYear, LineYear> {
  const years = new Map(standing.years)
  const rowOf = new Map<FiscalYear, TableRow>()
  for (const row of rows) {
    const year = readLineYear(draft, reader, row)
    if (year === null) continue
    const earlier = rowOf.get(year)
    if (earlier)
      reader.report(row, 'year', { code: 'row-conflict', detail: { first: earlier.number } })
    rowOf.set(year, row)
    const ceiling = reader.amountOrZero(row, 'ceiling') ?? years.get(year)?.ceiling ?? ZERO
    const reserve = reader.amountOrZero(row, 'reserve') ?? years.get(year)?.reserve ?? ZERO
    if (ceiling === 0n && reserve === 0n) years.delete(year)
    else years.set(year, { ceiling, reserve })
    if (reserve > ceiling) reportReserve(reader, row, year, ceiling)
  }
  return years
}

function reportReserve(reader: TableReader, row: TableRow, year: FiscalYear, ceiling: Money): void {
  reader.report(row, reader.has('reserve') ? 'reserve' : 'ceiling', {
    code: 'reserve-above-ceiling',
    severity: 'warning',
    detail: { ceiling: formatMoney(ceiling, 'dong'), year },
  })
}

function readLineYear(draft: ImportDraft, reader: TableReader, row: TableRow): FiscalYear | null {
  const year = reader.year(row, 'year') ?? null
  if (year !== null && !isYearWithin(year, draft.period)) {
    reader.report(row, 'year', { code: 'year-outside-plan', detail: draft.period })
    return null
  }
  const hasAmounts = !reader.isBlank(row, 'ceiling') || !reader.isBlank(row, 'reserve')
  if (year === null && hasAmounts && (reader.isBlank(row, 'year') || !reader.has('year'))) {
    reader.reportMissing(row, 'year')
  }
  return year
}
