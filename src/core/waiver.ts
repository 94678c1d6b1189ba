import type { FiscalYear } from './fiscal-year.ts'
import type { RuleCode, SubjectKind } from './rules/rule-code.ts'

/** The flags a waiver covers: those of one rule on one subject in one year; year null is the whole period. */
export interface WaiverTarget {
  readonly rule: RuleCode
  readonly subject: SubjectKind
  /** The subject's id; 0 for the plan itself. */
  readonly id: number
  readonly year: FiscalYear | null
}

/** A flag accepted with reason and person; it holds until the rule's gauge rises above what was accepted. */
export interface Waiver extends WaiverTarget {
  readonly reason: string
  readonly by: string
  /** When it was accepted, UTC. */
  readonly at: string
  /** How bad it was then, in the rule's own measure: đồng, or a count. */
  readonly gauge: bigint
}

/** One waiver's key in a map: `underfunded:project:7:2026`. */
export function waiverKey({ rule, subject, id, year }: WaiverTarget): string {
  return `${rule}:${subject}:${id}:${year ?? ''}`
}
