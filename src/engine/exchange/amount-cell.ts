import type { ProblemCode } from '../../contract/tables.ts'
import { Decimal } from '../../core/decimal.ts'
import { WorkbenchError } from '../../core/error.ts'
import { type Money, UNIT_DIGITS, type Unit, money, toMoney } from '../../core/money.ts'
import { readNumber } from '../../core/number-text.ts'
import type { SettledFormat } from './number-format.ts'
import type { TableCell } from './sheet-table.ts'

/** The amount in a cell, null where the cell says there is none, or why it cannot be taken. */
export type AmountReading = { readonly amount: Money | null } | { readonly problem: ProblemCode }

const NONE = /^[\s\-–—]*$/
const PROBLEMS: readonly ProblemCode[] = ['amount-negative', 'amount-not-whole', 'amount-too-large']

/** Whether a cell's text means no amount: empty, spaces or a dash. */
export function isNoAmount(text: string): boolean {
  return NONE.test(text)
}

/** Reads a cell as whole đồng; a number cell is literal, text is read in the column's format. */
export function readAmount(cell: TableCell, format: SettledFormat, unit: Unit): AmountReading {
  if (typeof cell === 'string') return readText(cell.trim(), format, unit)
  if ('problem' in cell) {
    return { problem: cell.problem === 'text-invalid' ? 'amount-invalid' : cell.problem }
  }
  return convert(new Decimal(cell.number), unit, cell.number)
}

function readText(text: string, format: SettledFormat, unit: Unit): AmountReading {
  if (isNoAmount(text)) return { amount: null }
  // Bare digits are nearly every cell of a large table, and need no decimal arithmetic.
  if (/^\d{1,6}$/.test(text) || (unit === 'dong' && /^\d{1,15}$/.test(text))) {
    return { amount: money(BigInt(text) * 10n ** BigInt(UNIT_DIGITS[unit])) }
  }
  const unsigned = /^[-−]\s*(.+)$|^\((.+)\)$/.exec(text)
  const figure = readNumber(unsigned?.[1] ?? unsigned?.[2] ?? text, format)
  if (figure === null) return { problem: 'amount-invalid' }
  return convert(unsigned ? figure.negated() : figure, unit, text)
}

function convert(figure: Decimal, unit: Unit, text: string): AmountReading {
  try {
    return { amount: toMoney(figure, unit, text) }
  } catch (error) {
    const code = error instanceof WorkbenchError ? error.code : ''
    const problem = PROBLEMS.find((known) => known === code)
    if (!problem) throw error
    return { problem }
  }
}
