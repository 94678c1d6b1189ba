import { FlagMarks } from './flag-marks.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'
import type { Severity } from './rule-code.ts'

/**
 * A rule that is switched on, and what it marks. Rules are objects of many shapes, and every edit runs
 * through a score of them: here they all have one, which is read several times as fast.
 */
export class ActiveRule {
  readonly marks: FlagMarks
  readonly isYearly: boolean
  readonly needsMoney: boolean
  readonly spansYears: boolean
  private readonly count: Rule['count']
  private readonly severityAt: NonNullable<Rule['severityAt']> | null
  private readonly severity: Severity
  private readonly years: number

  /** Marks nothing yet; `set` is the severity the policy sets for it, if any. */
  constructor(
    readonly rule: Rule,
    private readonly facts: PlanFacts,
    of: { readonly set: Severity | null; readonly subjects: number },
  ) {
    this.isYearly = rule.isYearly
    this.needsMoney = rule.needsMoney ?? false
    this.spansYears = rule.spansYears ?? false
    this.count = rule.count
    this.severityAt = of.set === null ? (rule.severityAt ?? null) : null
    this.severity = of.set ?? rule.severity
    this.years = facts.index.projects.span.count
    this.marks = new FlagMarks(of.subjects * (rule.isYearly ? this.years : 1))
  }

  /** Where its marks keep a subject and year. */
  rowOf(slot: number, offset: number): number {
    return this.isYearly ? slot * this.years + offset : slot
  }

  /** How many flags it has marked on a subject in a year. */
  countAt(slot: number, offset: number): number {
    return this.marks.countAt(this.rowOf(slot, offset))
  }

  /** Marks what it finds on a subject in a year. */
  judge(slot: number, offset: number): void {
    const { count, severityAt } = this
    const found = count(this.facts, slot, offset)
    if (found === 0) return this.clear(slot, offset)
    const severity = severityAt ? severityAt(this.facts, slot, offset) : this.severity
    this.marks.set(this.rowOf(slot, offset), found, severity)
  }

  /** Marks nothing on a subject in a year. */
  clear(slot: number, offset: number): void {
    this.marks.set(this.rowOf(slot, offset), 0, this.severity)
  }
}
