import { Decimal } from '../../core/decimal.ts'

const LITERAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/

/** Short spellings without an exponent mean what they say, and are nearly every cell of a large table. */
const SHORT = /^(?:0|-?[1-9]\d{0,14})(?:\.\d{0,14}[1-9])?$/

/**
 * The decimal a number's spelling means, or null where it spells none. Excel spells 78.93 as
 * 78.930000000000007, the 17 digits of its double: such a spelling means the short decimal it stands for; every
 * other spelling means exactly what it says.
 */
export function decimalOfLiteral(literal: string): string | null {
  if (literal.length <= 16 && SHORT.test(literal)) return literal
  if (literal.length > 400 || !LITERAL.test(literal)) return null
  const exact = new Decimal(literal)
  const double = Number(literal)
  if (!Number.isFinite(double)) return exact.toFixed()
  const short = new Decimal(String(double))
  const isSpelledDouble = exact.eq(new Decimal(double.toPrecision(17)))
  const isTyped = short.precision(false) <= 15
  return (isSpelledDouble && isTyped ? short : exact).toFixed()
}
