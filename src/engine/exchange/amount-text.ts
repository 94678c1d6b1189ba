import { UNIT_DIGITS, type Unit } from '../../core/money.ts'

/**
 * Decimal places an amount is written with. Never three: `1.234` could be read as 1234, while no format but
 * the plain one reads `1.2340` or `1.234000`, so what we write has one reading.
 */
const DECIMALS: Readonly<Record<Unit, number>> = { dong: 0, thousand: 4, million: 6, billion: 9 }

/** Whole đồng as exact decimal text in a unit. */
export function amountText(amount: bigint, unit: Unit): string {
  const digits = UNIT_DIGITS[unit]
  if (digits === 0) return String(amount)
  const sign = amount < 0n ? '-' : ''
  const text = String(amount < 0n ? -amount : amount).padStart(digits + 1, '0')
  const fraction = text.slice(-digits).padEnd(DECIMALS[unit], '0')
  return `${sign}${text.slice(0, -digits)}.${fraction}`
}
