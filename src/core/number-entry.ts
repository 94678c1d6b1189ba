import { evaluateFormula } from './entry-formula.ts'
import { type EntryVariable, readTokens } from './entry-token.ts'
import { WorkbenchError } from './error.ts'
import type { Language } from './number-format.ts'
import { type Money, type Unit, toMoney } from './money.ts'

/** The unit a bare number is in, what a formula may name, and the language whose separators come first. */
export interface EntryContext {
  readonly unit: Unit
  readonly variables?: Readonly<Partial<Record<EntryVariable, Money>>>
  readonly language?: Language
}

const MAX_LENGTH = 200
/** As much of an endless entry as a sentence quotes. */
const MAX_QUOTED = 40

/**
 * Reads an amount as a person types it: `1.234.567`, `1,5 tỷ`, `250tr`, `=30%*need`.
 * @throws an `amount-…` code that says what is wrong with it
 */
export function parseEntry(
  text: string,
  { unit, variables = {}, language = 'vi' }: EntryContext,
): Money {
  const entry = text.normalize('NFC').replaceAll('\u00a0', ' ').replaceAll('₫', 'đ').trim()
  if (entry === '') throw new WorkbenchError('amount-empty', { text })
  if (entry.length > MAX_LENGTH)
    throw new WorkbenchError('amount-invalid', { text: `${entry.slice(0, MAX_QUOTED)}…` })
  if (/(?![0-9])\p{N}/u.test(entry))
    throw new WorkbenchError('amount-foreign-digits', { text: entry })
  if (entry.startsWith('=')) {
    return toMoney(
      evaluateFormula(readTokens(entry.slice(1), language, entry), unit, variables, entry),
      unit,
      entry,
    )
  }
  return readPlain(entry, unit, language)
}

function readPlain(entry: string, unit: Unit, language: Language): Money {
  if (!/^[-−+]?\s*\d[\d.,]*\s*\p{L}*(?:\s+\p{L}+)?$/u.test(entry))
    throw new WorkbenchError('amount-invalid', { text: entry })
  const isNegative = /^[-−]/.test(entry)
  const [number, ...rest] = readTokens(entry.replace(/^[-−+]/, ''), language, entry)
  if (number?.kind !== 'number' || rest.length > 0)
    throw new WorkbenchError('amount-invalid', { text: entry })
  if (isNegative && !number.figure.isZero())
    throw new WorkbenchError('amount-negative', { text: entry })
  return toMoney(number.figure, number.unit ?? unit, entry)
}
