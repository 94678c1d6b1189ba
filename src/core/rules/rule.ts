import type { Detail } from '../error.ts'
import type { FiscalYear } from '../fiscal-year.ts'
import type { PlanIndex } from '../plan-index.ts'

/** How serious a flag is. */
export type Severity = 'error' | 'warning' | 'info'

/** Every severity, gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** How far a rule's source was checked: C read in the legal text, S in a secondary text, D product default. */
export type Trust = 'C' | 'S' | 'D'

/** What a flag is about. */
export type SubjectKind = 'project' | 'line'

/** The code of each rule in the catalogue. */
export type RuleCode =
  | 'ceiling-exceeded'
  | 'total-investment-exceeded'
  | 'underfunded'
  | 'too-many-programmes'
  | 'ineligible'
  | 'project-code-invalid'
  | 'project-code-duplicate'
  | 'deadline-missing'

/** One breach a rule found; year null means the whole period, amounts in whole đồng. */
export interface Finding {
  readonly year: FiscalYear | null
  readonly severity?: Severity
  readonly detail: Detail
}

/** A pure check of one project or one line against the running totals. */
export interface Rule {
  readonly code: RuleCode
  readonly subject: SubjectKind
  readonly severity: Severity
  readonly trust: Trust
  readonly source: string
  check(index: PlanIndex, id: number): Finding[]
}

/** A breach as people see it: computed from the plan, never stored. */
export interface Flag {
  readonly code: RuleCode
  readonly severity: Severity
  readonly subject: { readonly kind: SubjectKind; readonly id: number; readonly code: string }
  readonly year: FiscalYear | null
  readonly detail: Detail
}
