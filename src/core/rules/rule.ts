import type { Cell } from '../allocation.ts'
import type { Detail } from '../error.ts'
import type { FiscalYear } from '../fiscal-year.ts'
import type { PlanIndex } from '../plan-index.ts'
import type { Waiver } from '../waiver.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { RuleCode, Severity, SubjectKind, Trust } from './rule-code.ts'

/** One breach a rule found, in named values; amounts in whole đồng. */
export interface Finding {
  readonly detail: Detail
  /** How bad it is in the rule's own measure, đồng or a count: a waiver holds until it grows. */
  readonly gauge: bigint
  /** The cells that make it up, where those are fewer than all of the subject's. */
  readonly cells?: readonly Cell[]
}

/** A pure check of one project, line or task against the plan's facts; thresholds come from its policy. */
export interface Rule {
  readonly code: RuleCode
  readonly subject: SubjectKind
  /** Judged in each year, or once for the period: then `offset` says nothing. */
  readonly isYearly: boolean
  /** What of the allocations it asks: nothing, which cells have money, or how much; an edit wakes no rule it cannot change. */
  readonly reads: 'fields' | 'cells' | 'amounts'
  /** Raised only in years the project gets money in: no other is looked at. */
  readonly needsMoney?: boolean
  /** Whether money in one year changes what the rule says of others. */
  readonly spansYears?: boolean
  readonly severity: Severity
  readonly trust: Trust
  readonly source: string
  /** How many breaches there are at a subject's slot and a year's offset; runs over whole nations, so it builds nothing. */
  count(facts: PlanFacts, slot: number, offset: number): number
  /** The severity of a breach where it is not always the rule's own. */
  severityAt?(facts: PlanFacts, slot: number, offset: number): Severity
  /** The breaches themselves, exactly as many as counted. */
  describe(facts: PlanFacts, slot: number, offset: number): Finding[]
  /** The cells behind a flag, where those are not its own nor all its subject has in its year or the period. */
  cellsBehind?(index: PlanIndex, flag: Flag): readonly Cell[]
}

/** A breach as people see it: computed from the plan, never stored. */
export interface Flag extends Finding {
  readonly code: RuleCode
  readonly severity: Severity
  readonly subject: { readonly kind: SubjectKind; readonly id: number; readonly code: string }
  readonly year: FiscalYear | null
  /** The waiver that covers it, while it does. */
  readonly waiver: Waiver | null
}
