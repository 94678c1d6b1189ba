import { type Money, UNIT_DIGITS, type Unit } from '../../core/money.ts'
import type { Language } from '../../contract/bridge.ts'
const SEP = { vi: ['.', ','], en: [',', '.'] } as const
function group(d: string, s: string) { return d.replace(/\B(?=(\d{3})+(?!\d))/g, s) }
export function entryText(amount: Money, unit: Unit, language: Language): string {
  const n = UNIT_DIGITS[unit]; const neg = amount < 0n
  const digits = String(neg ? -amount : amount).padStart(n + 1, '0')
  const int = n ? digits.slice(0, -n) : digits; const frac = n ? digits.slice(-n).replace(/0+$/, '') : ''
  return (neg ? '−' : '') + group(int, SEP[language][0]) + (frac ? SEP[language][1] + frac : '')
}
export function exactText(amount: Money, language: Language): string { return `${entryText(amount, 'dong', language)} ${language === 'vi' ? 'đồng' : 'VND'}` }
export function moneyText(amount: Money, unit: Unit, language: Language): string {
  const t = entryText(amount, unit, language)
  return t.length > 11 && t.includes(SEP[language][1]) ? `${t.slice(0, Math.max(10, t.indexOf(SEP[language][1])))}…` : t
}
export function percentText(percent: string, language: Language): string {
  return `${language === 'vi' ? percent.replace('.', ',') : percent}%`
}
