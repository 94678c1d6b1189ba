import { type Money, UNIT_DIGITS, type Unit } from './money.ts'

/** The language whose separators a figure is written with. */
export type Language = 'vi' | 'en'

const SEPARATORS = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const

/** Writes an amount in a unit, exactly, with as many decimals as it needs: 1.234.567,89. */
export function formatMoney(amount: Money, unit: Unit, language: Language = 'vi'): string {
  const { whole, decimals, sign } = split(amount, unit)
  return join(sign, whole, decimals.replace(/0+$/, ''), language)
}

/** Writes an amount with at most so many decimals and `…` where figures were cut; never rounds. */
export function formatMoneyCut(
  amount: Money,
  unit: Unit,
  maxDecimals: number,
  language: Language = 'vi',
): string {
  const { whole, decimals, sign } = split(amount, unit)
  const needed = decimals.replace(/0+$/, '')
  if (needed.length <= maxDecimals) return join(sign, whole, needed, language)
  return `${join(sign, whole, needed.slice(0, maxDecimals), language)}…`
}

function split(amount: Money, unit: Unit): { whole: string; decimals: string; sign: string } {
  const digits = UNIT_DIGITS[unit]
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0')
  const at = text.length - digits
  return { whole: text.slice(0, at), decimals: text.slice(at), sign: amount < 0n ? '−' : '' }
}

function join(sign: string, whole: string, decimals: string, language: Language): string {
  const { group, decimal } = SEPARATORS[language]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return `${sign}${grouped}${decimals === '' ? '' : `${decimal}${decimals}`}`
}
