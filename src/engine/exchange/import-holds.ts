import { type Allocation, type Cell, cellKey } from '../../core/allocation.ts'
import { type Hold, type HoldKind, holdKey } from '../../core/hold.ts'
import { holdChange } from '../../core/hold-change.ts'
import type { Steps } from '../steps.ts'
import { HOLD_WORDS } from './enum-words.ts'
import type { ImportDraft } from './import-draft.ts'
import { readPlanYear } from './read-plan-year.ts'
import { readReference } from './read-reference.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** Holds cells, rows, columns and totals; a hold the table does not name stays. */
export function* importHolds(draft: ImportDraft, reader: TableReader): Steps<void> {
  const money = new DraftMoney(draft)
  const rowOf = new Map<string, TableRow>()
  for (const [at, row] of reader.rows.entries()) {
    yield at / reader.rows.length
    const hold = readHold(draft, reader, row)
    if (!hold) continue
    const earlier = rowOf.get(holdKey(hold))
    rowOf.set(holdKey(hold), row)
    if (earlier)
      reader.report(row, 'scope', { code: 'row-conflict', detail: { first: earlier.number } })
    else settleHold(draft, money, hold)
  }
}

function settleHold(draft: ImportDraft, money: DraftMoney, hold: Hold): void {
  const { kind, project, line, year } = hold
  const isCell = kind === 'cell' && project !== null && line !== null
  const allocation = isCell ? money.at({ project, line, year }) : null
  const standing = { hold: draft.plan.holds.get(holdKey(hold)) ?? null, allocation }
  const change = holdChange(standing, hold, true)
  if (change) draft.settle(change, false)
  else draft.unchanged += 1
}

function readHold(draft: ImportDraft, reader: TableReader, row: TableRow): Hold | null {
  const kind = reader.word(row, 'scope', HOLD_WORDS) ?? null
  if (reader.isBlank(row, 'scope')) reader.reportMissing(row, 'scope')
  const year = readPlanYear(draft, reader, row)
  if (kind === null || year === null) return null
  const project = readPart(reader, row, 'project', kind !== 'column', (code) =>
    draft.projects.find(code),
  )
  const line = readPart(reader, row, 'line', isOfLine(kind), (code) => draft.lines.find(code))
  const isWhole = (project !== null || kind === 'column') && (line !== null || !isOfLine(kind))
  return isWhole ? { kind, project, line, year } : null
}

function isOfLine(kind: HoldKind): boolean {
  return kind === 'cell' || kind === 'column'
}

/** The project or line of a hold; one the hold's kind has no use for is a problem, never passed over. */
function readPart(
  reader: TableReader,
  row: TableRow,
  key: 'project' | 'line',
  isUsed: boolean,
  find: (code: string) => { readonly id: number } | undefined,
): number | null {
  if (isUsed) return readReference(reader, row, key, (code) => find(code)?.id)
  if (reader.has(key) && !reader.isBlank(row, key))
    reader.report(row, key, { code: 'value-surplus' })
  return null
}

/** The money of cells as the import leaves it so far. */
class DraftMoney {
  private readonly moved = new Map<string, Allocation | null>()

  constructor(private readonly draft: ImportDraft) {
    for (const change of draft.changes) {
      if (change.kind === 'allocation-set') this.moved.set(cellKey(change.cell), change.after)
    }
  }

  at(cell: Cell): Allocation | null {
    const moved = this.moved.get(cellKey(cell))
    return moved === undefined ? (this.draft.plan.allocations.get(cell) ?? null) : moved
  }
}
