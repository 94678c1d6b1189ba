import { decimalOfLiteral } from './decimal-of-literal.ts'

/** How many significant digits a spreadsheet shows of what it has worked out. */
const SHOWN_DIGITS = 15

/** Below this an amount to the đồng needs no more digits than those, in any unit. */
const LARGEST = 1e9

/**
 * The decimal a formula's kept result means: worked out in doubles, 90 may be kept as 89.99999999999999, and the
 * digits a person sees are what it means. Whole and very large results are taken as they are spelled.
 */
export function decimalOfResult(literal: string): string | null {
  const value = Number(literal)
  const isFraction = literal.includes('.') && Math.abs(value) < LARGEST
  if (!isFraction || literal.length <= SHOWN_DIGITS + 1) return decimalOfLiteral(literal)
  return decimalOfLiteral(value.toPrecision(SHOWN_DIGITS))
}
