import { Decimal } from './decimal.ts'
import type { Language } from './number-format.ts'

/** How a number is written: `vi` 1.234.567,89 · `en` 1,234,567.89 · `plain` 1234567.89; spaces may group in each. */
export type NumberStyle = 'vi' | 'en' | 'plain'

const PATTERNS: Readonly<Record<NumberStyle, RegExp>> = {
  vi: /^(\d+|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+))(?:,(\d+))?$/,
  en: /^(\d+|[1-9]\d{0,2}(?:(?:,\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+))(?:\.(\d+))?$/,
  plain: /^(\d+|[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+)(?:\.(\d+))?$/,
}

const MAX_DIGITS = 40

/** Reads an unsigned or negative number in one style, exactly; null where the text is not written so. */
export function readNumber(text: string, style: NumberStyle): Decimal | null {
  const isNegative = /^[-−]/.test(text)
  const match = PATTERNS[style].exec(isNegative ? text.slice(1) : text)
  if (!match?.[1] || text.length > MAX_DIGITS) return null
  const digits = match[1].replace(/\D/g, '')
  const figure = new Decimal(match[2] === undefined ? digits : `${digits}.${match[2]}`)
  return isNegative ? figure.negated() : figure
}

/**
 * Reads a number a person typed: first as their language writes it, so that a figure on the screen reads back
 * as itself. The other reading counts only where that one fails: a Vietnamese one always, an English one where
 * its grouping leaves no doubt. Null where neither holds.
 */
export function readTypedNumber(text: string, language: Language): Decimal | null {
  if (language === 'en') return readNumber(text, 'en') ?? readNumber(text, 'vi')
  const vietnamese = readNumber(text, 'vi')
  if (vietnamese) return vietnamese
  const isClearlyEnglish = (text.match(/,/g)?.length ?? 0) >= 2 || /,.*\./.test(text)
  return isClearlyEnglish ? readNumber(text, 'en') : null
}
