import type { Money } from '../../core/money.ts'
import { useWindow } from '../plan/window-store.ts'
import { badMoneyText, entryText, moneyText } from '../wording/money-text.ts'

/** An amount as a cell prints it: nothing where there is none, a faint dash for zero, a mark where it is bad. */
export function cellText(amount: Money | null | undefined, isBad = false): string {
  if (amount === null || amount === undefined) return ''
  if (amount === 0n) return '–'
  const { unit, language } = useWindow.getState()
  return (isBad || amount < 0n ? badMoneyText : moneyText)(amount, unit, language)
}

/** A total, whole however long it is. */
export function totalText(amount: bigint | null | undefined): string {
  if (amount === null || amount === undefined) return ''
  if (amount === 0n) return '–'
  const { unit, language } = useWindow.getState()
  const text = entryText(amount as Money, unit, language)
  return amount < 0n ? `▲ ${text}` : text
}
