import type { Money, Unit } from '../../core/money.ts'
import { parseEntry } from '../../core/number-entry.ts'
import type { Language } from '../../core/number-format.ts'
import { readTypedNumber } from '../../core/number-text.ts'
import { percentIn, percentText } from '../../core/percent-text.ts'
import { entryText } from '../wording/money-text.ts'

/** What an entry of the policy is: a count, an amount in whole đồng, or a share in basis points. */
export type PolicyValue =
  | { readonly kind: 'count'; readonly value: number | null }
  | { readonly kind: 'share'; readonly value: number | null }
  | { readonly kind: 'amount'; readonly value: Money }

/** How an entry is written and read: the unit of amounts and the language of the separators. */
export interface PolicyWriting {
  readonly unit: Unit
  readonly language: Language
}

/** An entry as its field shows it, without its unit; empty where the policy says nothing. */
export function policyText(entry: PolicyValue, { unit, language }: PolicyWriting): string {
  if (entry.value === null) return ''
  switch (entry.kind) {
    case 'amount':
      return entryText(entry.value, unit, language)
    case 'count':
      return String(entry.value)
    case 'share':
      return percentIn(percentText(entry.value), language)
  }
}

/**
 * What a person typed, as the policy is set: whole đồng, a plain percentage or count, empty for nothing. What is
 * no number stays as typed, for the policy to refuse.
 * @throws an `amount-…` code that says what is wrong with an amount
 */
export function policyValue(
  kind: PolicyValue['kind'],
  text: string,
  { unit, language }: PolicyWriting,
): string {
  const entry = text.trim()
  if (kind === 'amount') return String(parseEntry(entry, { unit, language }))
  const number = kind === 'share' ? entry.replace(/\s*%$/, '') : entry
  return readTypedNumber(number, language)?.toFixed() ?? number
}
