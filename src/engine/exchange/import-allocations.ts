import { type Allocation, type Cell, cellKey } from '../../core/allocation.ts'
import { isYearWithin } from '../../core/fiscal-year.ts'
import { heldBy } from '../../core/hold.ts'
import type { PlanChange } from '../../core/plan-change.ts'
import { BOOLEAN_WORDS } from './enum-words.ts'
import type { ImportDraft } from './import-draft.ts'
import { isSameEntry } from './is-same-entry.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

const REQUIRED = ['project', 'line', 'year', 'amount'] as const

/** Sets allocations by project, line and year: 0 clears, an empty amount leaves the cell as it is. */
export function importAllocations(draft: ImportDraft, reader: TableReader): void {
  const [first] = reader.rows
  const absent = REQUIRED.filter((key) => !reader.has(key))
  if (!first || absent.length > 0) {
    for (const key of first ? absent : []) if (first) reader.reportMissing(first, key)
    return
  }
  const rowOf = new Map<string, TableRow>()
  for (const row of reader.rows) {
    const cell = readCell(draft, reader, row)
    if (!cell) continue
    const earlier = rowOf.get(cellKey(cell))
    rowOf.set(cellKey(cell), row)
    if (earlier)
      reader.report(row, 'project', { code: 'row-conflict', detail: { first: earlier.number } })
    else importAllocation(draft, reader, row, cell)
  }
}

function readCell(draft: ImportDraft, reader: TableReader, row: TableRow): Cell | null {
  const project = readReference(reader, row, 'project', (code) => draft.projects.find(code)?.id)
  const line = readReference(reader, row, 'line', (code) => draft.lines.find(code)?.id)
  const year = reader.year(row, 'year') ?? null
  if (reader.isBlank(row, 'year')) reader.reportMissing(row, 'year')
  if (year !== null && !isYearWithin(year, draft.plan.settings)) {
    reader.report(row, 'year', { code: 'year-outside-plan', detail: draft.period })
    return null
  }
  return project === null || line === null || year === null ? null : { project, line, year }
}

function readReference(
  reader: TableReader,
  row: TableRow,
  key: 'project' | 'line',
  find: (code: string) => number | undefined,
): number | null {
  const code = reader.text(row, key) ?? ''
  const id = find(code) ?? null
  if (code === '') reader.reportMissing(row, key)
  else if (id === null) reader.report(row, key, { code: `${key}-unknown` })
  return id
}

function importAllocation(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
  cell: Cell,
): void {
  const before = draft.plan.allocations.get(cell) ?? null
  const amount = reader.amount(row, 'amount') ?? null
  if (amount === null) {
    if (before) draft.unchanged += 1
    return
  }
  const note = reader.text(row, 'note') ?? before?.note ?? ''
  const isHeld = reader.word(row, 'hold', BOOLEAN_WORDS) ?? before?.isHeld ?? false
  const after: Allocation | null = amount === 0n ? null : { ...cell, amount, note, isHeld }
  if (!before && !after) return
  const change: PlanChange = { kind: 'allocation-set', cell, before, after }
  const isSame = isSameEntry(before, after)
  if (!isSame && heldBy(draft.plan, cell) !== null)
    reader.report(row, 'amount', { code: 'cell-held' })
  else draft.settle(change, isSame)
}
