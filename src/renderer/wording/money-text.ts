import type { Language } from '../../contract/bridge.ts'
import { type Money, UNIT_DIGITS, type Unit } from '../../core/money.ts'
import { formatMoney, formatMoneyCut } from '../../core/number-format.ts'

/** How many digits a cell of the matrix has room for. */
const CELL_DIGITS = 9

/** How many of them the mark of a bad amount takes. */
const MARK_DIGITS = 4

/** An amount in a unit with as many decimals as a cell has room for, and `…` where there are more. */
export function moneyText(amount: Money, unit: Unit, language: Language): string {
  return cutText(amount, unit, language, CELL_DIGITS)
}

/** An amount that breaks a rule: the mark says so where the colour cannot be seen. */
export function badMoneyText(amount: Money, unit: Unit, language: Language): string {
  return `▲ ${cutText(amount, unit, language, CELL_DIGITS - MARK_DIGITS)}`
}

function cutText(amount: Money, unit: Unit, language: Language, room: number): string {
  const digits = String(amount < 0n ? -amount : amount).length - UNIT_DIGITS[unit]
  return formatMoneyCut(amount, unit, Math.max(0, room - Math.max(1, digits)), language)
}

/** An amount in a unit with every decimal it has, as it may be typed back. */
export function entryText(amount: Money, unit: Unit, language: Language): string {
  return formatMoney(amount, unit, language)
}

/** An amount exact to the đồng, with the unit's name. */
export function exactText(amount: Money, language: Language): string {
  return `${formatMoney(amount, 'dong', language)} đồng`
}
