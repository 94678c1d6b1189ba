import type { Cell } from '../allocation.ts'
import type { Money } from '../money.ts'
import type { Plan } from '../plan.ts'
import { type PlanChange, allocationChange } from '../plan-change.ts'

/** One cell a fix would change: what stands in it and what would, whole đồng. */
export interface FixMove {
  readonly cell: Cell
  readonly before: Money
  readonly after: Money
}

/** The ways amounts can be put right. */
export const AMOUNT_FIX_KINDS = ['fund-shortfall', 'reduce-to-ceiling', 'merge-fragment'] as const

/** How amounts can be put right. */
export type AmountFixKind = (typeof AMOUNT_FIX_KINDS)[number]

/** A change of amounts that mends a flag, or as much of it as can be mended; nothing is changed yet. */
export interface AmountFix {
  readonly kind: AmountFixKind
  /** Tells this fix from the others of the same flags. */
  readonly key: string
  readonly moves: readonly FixMove[]
  /** What would still be short or in excess afterwards, whole đồng. */
  readonly left: Money
}

/** What a project lacks, by the field a person has to fill in. */
export type MissingField = 'code' | 'decision' | 'decisionDate' | 'endYear' | 'exception' | 'ratios'

/** The key of each field in the form of a project. */
export const FIELD_KEYS: Readonly<Record<MissingField, string>> = {
  code: 'code',
  decision: 'decision',
  decisionDate: 'decision_date',
  endYear: 'end_year',
  exception: 'exception',
  ratios: 'ratios',
}

/** A field of a project that only a person can fill in. */
export interface FieldFix {
  readonly kind: 'set-field'
  readonly key: string
  readonly project: number
  readonly field: MissingField
}

/** A way to mend a flag, as plain data: its preview. */
export type Fix = AmountFix | FieldFix

/** Whether a fix changes amounts, and so can be carried out as it is shown. */
export function isAmountFix(fix: Fix): fix is AmountFix {
  return fix.kind !== 'set-field'
}

/** The edits that carry out a fix; notes of the cells stay. */
export function fixChanges(plan: Plan, { moves }: AmountFix): PlanChange[] {
  return moves.map(({ cell, after }) => allocationChange(plan, cell, after))
}

/** How much money a fix puts elsewhere: what it adds, or what it takes where it adds nothing; whole đồng. */
export function fixAmount({ moves }: AmountFix): bigint {
  const steps = moves.map(({ before, after }) => after - before)
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
  return sum(steps.filter((step) => step > 0n)) || -sum(steps)
}
