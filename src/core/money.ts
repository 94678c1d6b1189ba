import { Decimal } from './decimal.ts'
import { WorkbenchError } from './error.ts'

declare const unit: unique symbol

/** An exact amount of whole đồng; sums may exceed 2^53. */
export type Money = bigint & { readonly [unit]: 'đồng' }

/** No money. */
export const ZERO = 0n as Money

/** The largest amount one cell may hold: 10^15 đồng. */
export const MAX_AMOUNT = 10n ** 15n

/** The unit a screen, an entry or a sheet prints amounts in; it never touches a stored value. */
export type Unit = 'dong' | 'thousand' | 'million' | 'billion'

/** Every unit, smallest first. */
export const UNITS: readonly Unit[] = ['dong', 'thousand', 'million', 'billion']

/** Decimal places between a unit and the đồng. */
export const UNIT_DIGITS: Readonly<Record<Unit, number>> = {
  dong: 0,
  thousand: 3,
  million: 6,
  billion: 9,
}

/** Calls an integer an amount of whole đồng. */
export function money(amount: bigint | number): Money {
  return BigInt(amount) as Money
}

/** Adds amounts exactly. */
export function sumMoney(amounts: Iterable<Money>): Money {
  let total = 0n
  for (const amount of amounts) total += amount
  return total as Money
}

/** Takes one amount from another; the result may be negative. */
export function subtractMoney(from: Money, amount: Money): Money {
  return (from - amount) as Money
}

/** Reads whole đồng written as plain digits, as files and ports carry them. @throws `amount-invalid` */
export function parseMoneyText(text: string): Money {
  if (!/^-?\d{1,30}$/.test(text)) throw new WorkbenchError('amount-invalid', { text })
  return BigInt(text) as Money
}

/** Converts a decimal figure in a unit to whole đồng. @throws `amount-not-whole` `amount-negative` `amount-too-large` */
export function toMoney(figure: Decimal, unit: Unit, text: string): Money {
  const amount = figure.times(new Decimal(10).pow(UNIT_DIGITS[unit]))
  if (!amount.isInteger()) throw new WorkbenchError('amount-not-whole', { text })
  if (amount.isNegative() && !amount.isZero()) throw new WorkbenchError('amount-negative', { text })
  if (amount.gt(MAX_AMOUNT.toString())) throw new WorkbenchError('amount-too-large', { text })
  return BigInt(amount.toFixed(0)) as Money
}
