/** How serious a flag is. */
export type Severity = 'error' | 'warning' | 'info'

/** Every severity, gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** How far a source was checked: C read in the legal text, S in a secondary text, D product default. */
export type Trust = 'C' | 'S' | 'D'

/** Every trust, furthest checked first. */
export const TRUSTS: readonly Trust[] = ['C', 'S', 'D']

/** The code of every rule, in the order screens list them. */
export const RULE_CODES = [
  'ceiling-exceeded',
  'total-investment-exceeded',
  'underfunded',
  'behind-schedule',
  'too-many-programmes',
  'fragmented-share',
  'scattered-line',
  'ineligible',
  'capital-type-mismatch',
  'allocation-overdue',
  'arrears-outstanding',
  'priority-inverted',
  'not-completable',
  'decision-missing',
  'deadline-missing',
  'line-expired',
  'counterpart-short',
  'contribution-ratio-undeclared',
  'place-mismatch',
  'project-code-invalid',
  'project-code-duplicate',
  'unit-suspect',
  'task-unfunded',
  'reserve-missing',
] as const

/** The code of one rule. */
export type RuleCode = (typeof RULE_CODES)[number]

/** What a flag is about; `plan` is the plan as a whole. */
export type SubjectKind = 'project' | 'line' | 'task' | 'plan'

/** Every kind of subject. */
export const SUBJECT_KINDS: readonly SubjectKind[] = ['project', 'line', 'task', 'plan']
