import { type Allocation, type Cell, cellKey } from '../../core/allocation.ts'
import { type FiscalYear, isYearWithin } from '../../core/fiscal-year.ts'
import { heldBy } from '../../core/hold.ts'
import type { PlanChange } from '../../core/plan-change.ts'
import type { Steps } from '../steps.ts'
import { checkStatedTotals } from './check-sums.ts'
import { BOOLEAN_WORDS } from './enum-words.ts'
import { detailOf } from './earlier-rows.ts'
import type { ImportDraft } from './import-draft.ts'
import { isSameEntry } from './is-same-entry.ts'
import { readPlanYear } from './read-plan-year.ts'
import { readReference } from './read-reference.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

const REQUIRED = ['project', 'line', 'year', 'amount'] as const

/** Sets allocations by project, line and year: 0 clears, an empty amount leaves the cell as it is. */
export function* importAllocations(draft: ImportDraft, reader: TableReader): Steps<void> {
  const columns = readLineColumns(draft, reader)
  if (columns.length > 0) return yield* importWide(draft, reader, columns)
  // An annex without a column of funding lines lists projects and their needs: there is no money to place.
  if (reader.isAnnex && !reader.has('line')) {
    if (!reader.hasUnclear)
      reader.report(null, '', { code: 'line-column-none', severity: 'info', value: '' })
    return
  }
  const [first] = reader.rows
  const absent = REQUIRED.filter((key) => !reader.has(key))
  if (!first || absent.length > 0) {
    for (const key of first ? absent : []) if (first) reader.reportMissing(first, key)
    return
  }
  const rowOf = new Map<string, TableRow>()
  for (const [at, row] of reader.rows.entries()) {
    yield at / reader.rows.length
    const cell = readCell(draft, reader, row)
    if (!cell) continue
    const earlier = rowOf.get(cellKey(cell))
    rowOf.set(cellKey(cell), row)
    if (earlier)
      reader.report(row, 'project', { code: 'row-conflict', detail: { first: earlier.number } })
    else importAllocation(draft, reader, row, cell)
  }
}

/** A column that holds the money of one line in one year. */
interface LineColumn {
  readonly key: string
  readonly line: number
  readonly year: FiscalYear
}

/** The columns of an annex that hold one line's money of one year each. */
function readLineColumns(draft: ImportDraft, reader: TableReader): LineColumn[] {
  return reader.keys.flatMap((key) => {
    const [, code = '', year = ''] = /^line:(.*):(\d{4})$/.exec(key) ?? []
    if (year === '') return []
    const line = draft.lines.find(code)
    const isWithin = isYearWithin(Number(year), draft.period)
    if (line && isWithin) return [{ key, line: line.id, year: Number(year) }]
    if (line)
      reader.report(null, key, { code: 'year-outside-plan', value: year, detail: draft.period })
    else reader.report(null, key, { code: 'line-unknown', value: code })
    return []
  })
}

/** One row per project, one column per line and year. */
function* importWide(
  draft: ImportDraft,
  reader: TableReader,
  columns: readonly LineColumn[],
): Steps<void> {
  const rowOf = new Map<number, TableRow>()
  for (const [at, row] of reader.rows.entries()) {
    yield at / reader.rows.length
    const project = findProjectOf(draft, reader, row)
    if (project === null) continue
    const earlier = rowOf.get(project)
    rowOf.set(project, row)
    if (earlier)
      reader.report(row, 'project', { code: 'row-conflict', detail: { first: earlier.number } })
    else
      for (const { key, line, year } of columns)
        importAllocation(draft, reader, row, { project, line, year }, key)
  }
  checkStatedTotals(reader)
}

/** The project an annex's row is about: by code, and by name where the row has none. */
function findProjectOf(draft: ImportDraft, reader: TableReader, row: TableRow): number | null {
  if (!reader.isBlank(row, 'project'))
    return readReference(reader, row, 'project', (code) => draft.projects.find(code)?.id)
  const name = reader.text(row, 'name') ?? ''
  const named = draft.projects.all.filter((project) => project.name === name)
  const [found] = named
  if (found && named.length === 1) return found.id
  reader.report(row, 'name', { code: 'project-unknown' })
  return null
}

function readCell(draft: ImportDraft, reader: TableReader, row: TableRow): Cell | null {
  const project = readReference(reader, row, 'project', (code) => draft.projects.find(code)?.id)
  const line = readReference(reader, row, 'line', (code) => draft.lines.find(code)?.id)
  const year = readPlanYear(draft, reader, row)
  return project === null || line === null || year === null ? null : { project, line, year }
}

function importAllocation(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
  cell: Cell,
  key = 'amount',
): void {
  const before = draft.plan.allocations.get(cell) ?? null
  const amount = reader.amount(row, key) ?? null
  if (amount === null) {
    if (before) draft.unchanged += 1
    return
  }
  const earlier = draft.money.meet(cell, { reader, row, key, amount })
  if (earlier) {
    const detail = detailOf(earlier, earlier.key)
    if (earlier.amount !== amount) reader.report(row, key, { code: 'sheet-conflict', detail })
    return
  }
  const note = reader.text(row, 'note') ?? before?.note ?? ''
  const isHeld = reader.word(row, 'hold', BOOLEAN_WORDS) ?? before?.isHeld ?? false
  const after: Allocation | null = amount === 0n ? null : { ...cell, amount, note, isHeld }
  if (!before && !after) return
  const change: PlanChange = { kind: 'allocation-set', cell, before, after }
  const isSame = isSameEntry(before, after)
  if (!isSame && heldBy(draft.plan, cell) !== null) reader.report(row, key, { code: 'cell-held' })
  else {
    draft.settle(change, isSame)
    draft.totals.move(reader, cell, row, key, (after?.amount ?? 0n) - (before?.amount ?? 0n))
  }
}
