import type { Cell } from '../core/allocation.ts'
import type { Money, Unit } from '../core/money.ts'
import type { Language } from '../core/number-format.ts'
import { amountAt } from '../core/plan.ts'
import { allocationChange } from '../core/plan-change.ts'
import { checkTotal, nameCell, readEntry } from './read-entry.ts'
import type { WorkbookSession } from './session.ts'

/** Parses what a person typed, with the cell's own variables, and writes it as one act. */
export function enterAllocation(
  session: WorkbookSession,
  cell: Cell,
  text: string,
  unit: Unit,
  language: Language = 'vi',
): { revision: number; amount: Money } {
  const amount = readEntry(session, cell, { text, unit, language })
  const before = amountAt(session.plan, cell)
  if (amount === before) return { revision: session.revision, amount }
  checkTotal(session, cell, amount - before)
  const detail = { ...nameCell(session, cell), before, after: amount }
  const change = allocationChange(session.plan, cell, amount)
  return { revision: session.edit({ kind: 'allocation-set', detail }, [change]), amount }
}
