import type { Money } from '../../core/money.ts'
import { useWindow } from '../plan/window-store.ts'
import { badMoneyText, moneyText } from '../wording/money-text.ts'

/** An amount as a cell prints it: nothing where there is none, a faint dash for zero, a mark where it is bad. */
export function cellText(amount: Money | null | undefined, isBad = false): string {
  if (amount === null || amount === undefined) return ''
  if (amount === 0n) return '–'
  const { unit, language } = useWindow.getState()
  return (isBad || amount < 0n ? badMoneyText : moneyText)(amount, unit, language)
}
