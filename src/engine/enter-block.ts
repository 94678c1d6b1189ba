import {
  type Block,
  type BlockPurpose,
  type BlockResult,
  type CellRefusal,
  type CellText,
  MAX_REFUSALS,
} from '../contract/block.ts'
import { toFailure } from '../contract/failure.ts'
import type { HistoryKind, HistorySummary } from '../contract/plan-view.ts'
import { cellKey } from '../core/allocation.ts'
import { WorkbenchError } from '../core/error.ts'
import { type Money, money } from '../core/money.ts'
import { amountAt } from '../core/plan.ts'
import { allocationChange } from '../core/plan-change.ts'
import { checkTotal, nameCell, readEntry } from './read-entry.ts'
import type { WorkbookSession } from './session.ts'

const ACTS: Readonly<Record<BlockPurpose, HistoryKind>> = {
  paste: 'cells-pasted',
  fill: 'cells-filled',
  clear: 'cells-cleared',
  spread: 'cells-spread',
}

interface Entered extends CellText {
  readonly before: Money
  readonly after: Money
}

/** Puts texts into many cells as one act; one refused cell refuses the block, and nothing is written. */
export function enterBlock(
  session: WorkbookSession,
  block: Block & { readonly isDryRun: boolean },
): BlockResult {
  const { entered, refusals } = readCells(session, block)
  const changed = entered.filter(({ before, after }) => before !== after)
  refusals.push(...refuseTotals(session, changed))
  const isApplied = refusals.length === 0 && !block.isDryRun
  if (isApplied) session.edit(summarise(session, block.what, changed), changesOf(session, changed))
  return {
    ...measure(changed),
    revision: session.revision,
    isApplied,
    refusals: refusals.slice(0, MAX_REFUSALS),
    refused: refusals.length,
  }
}

function readCells(session: WorkbookSession, { cells, unit, language }: Block) {
  const entered = new Map<string, Entered>()
  const refusals: CellRefusal[] = []
  for (const cell of cells) {
    const before = amountAt(session.plan, cell)
    // An empty cell of a pasted block clears the one it falls on, as in a spreadsheet.
    const text = cell.text.trim() === '' ? '0' : cell.text
    try {
      const after = readEntry(session, cell, { text, unit, language })
      entered.set(cellKey(cell), { ...cell, before, after })
    } catch (error) {
      refusals.push(refuse(cell, error))
    }
  }
  return { entered: [...entered.values()], refusals }
}

function refuseTotals(session: WorkbookSession, changed: readonly Entered[]): CellRefusal[] {
  const differences = new Map<string, bigint>()
  const keyOf = ({ project, year }: Entered) => `${project}:${year}`
  for (const cell of changed)
    differences.set(keyOf(cell), (differences.get(keyOf(cell)) ?? 0n) + cell.after - cell.before)
  return changed.flatMap((cell) => {
    try {
      checkTotal(session, cell, differences.get(keyOf(cell)) ?? 0n)
      return []
    } catch (error) {
      return [refuse(cell, error)]
    }
  })
}

function refuse({ project, line, year, text }: CellText, error: unknown): CellRefusal {
  if (!(error instanceof WorkbenchError)) throw error
  return { project, line, year, text, failure: toFailure(error) }
}

function changesOf(session: WorkbookSession, changed: readonly Entered[]) {
  return changed.map((cell) => allocationChange(session.plan, cell, cell.after))
}

function measure(changed: readonly Entered[]) {
  let [before, after] = [0n, 0n]
  for (const cell of changed) {
    before += cell.before
    after += cell.after
  }
  const projects = new Set(changed.map(({ project }) => project)).size
  return { cells: changed.length, projects, before: money(before), after: money(after) }
}

function summarise(
  session: WorkbookSession,
  what: BlockPurpose,
  changed: readonly Entered[],
): HistorySummary {
  const [only] = changed
  if (only && changed.length === 1) {
    const { before, after } = only
    return { kind: 'allocation-set', detail: { ...nameCell(session, only), before, after } }
  }
  return { kind: ACTS[what], detail: measure(changed) }
}
