import { type Money, money } from '../../../core/money.ts'

/** How a fill makes its amounts: the same amount, or the same share of the project's need. */
export type FillMode = 'copy' | 'ratio'

/** An amount that is the same share of a need as another, cut to whole đồng; null where there is no need to take a share of. */
export function keepRatio(amount: Money, need: Money, otherNeed: Money): Money | null {
  return need <= 0n ? null : money((amount * otherNeed) / need)
}
