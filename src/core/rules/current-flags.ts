import type { PlanIndex, Touched } from '../plan-index.ts'
import { type Waiver, waiverKey } from '../waiver.ts'
import type { ActiveRule } from './active-rule.ts'
import { compareFlags } from './compare-flags.ts'
import { type SeverityCounts, noCounts } from './flag-marks.ts'
import { MarkedRules, type MovedSubjects, type SubjectKey } from './marked-rules.ts'
import type { Finding, Flag, Rule } from './rule.ts'
import { SEVERITIES, type Severity, type SubjectKind } from './rule-code.ts'

/** How many flags are open, by severity, and how many are waived. */
export interface FlagCounts extends SeverityCounts {
  waived: number
}

/** The flags of a plan, kept current; their figures are made when asked for, so a nation's cost two bytes each. */
export class CurrentFlags {
  private rules: MarkedRules

  constructor(private readonly index: PlanIndex) {
    this.rules = new MarkedRules(index)
  }

  /** What the rules mark as the plan stands; replaced by a structural edit. */
  get marked(): MarkedRules {
    return this.rules
  }

  /** Re-evaluates what an edit touched and names whose flags may have moved; a structural edit re-evaluates all and names none. */
  follow(touched: Touched): MovedSubjects {
    if (!touched.isStructural) return this.rules.follow(touched)
    this.rules = new MarkedRules(this.index)
    return { projects: new Set(), lines: new Set() }
  }

  /** All flags, gravest first, then in catalogue order, by code and year; waived ones in their places. */
  list(): Flag[] {
    const bySeverity: Record<Severity, Flag[]> = { error: [], warning: [], info: [] }
    for (const active of this.rules.active) {
      for (const [slot, offset] of this.rules.placesOf(active, null)) {
        for (const flag of this.describe(active, slot, offset)) bySeverity[flag.severity].push(flag)
      }
    }
    return SEVERITIES.flatMap((severity) => bySeverity[severity])
  }

  /** The flags of one subject, gravest first. */
  of(subject: SubjectKey): Flag[] {
    const [kind, id] = splitKey(subject)
    const slot = this.rules.subjects.slotOf(kind, id)
    if (slot < 0) return []
    const flags = this.rules.about(kind).flatMap((active) =>
      this.rules
        .offsetsOf(active.rule, null)
        .filter((offset) => active.countAt(slot, offset) > 0)
        .flatMap((offset) => this.describe(active, slot, offset)),
    )
    return flags.sort(compareFlags)
  }

  /** How many flags are open and how many waived. */
  counts(): FlagCounts {
    const counts: FlagCounts = { ...noCounts(), waived: 0 }
    for (const { marks } of this.rules.active) {
      for (const severity of SEVERITIES) counts[severity] += marks.counts[severity]
    }
    for (const { severity } of this.waived()) {
      counts[severity] -= 1
      counts.waived += 1
    }
    return counts
  }

  /** The flags that waivers cover. */
  waived(): Flag[] {
    return [...this.index.plan.waivers.values()].flatMap((waiver) => this.coveredBy(waiver))
  }

  /** How many open flags a subject has in each of the plan's years, those of the period in every one. */
  openOf(kind: SubjectKind, slot: number): SeverityCounts[] {
    return this.rules.facts.offsets.map((offset) => {
      const counts = noCounts()
      this.countOpen(kind, slot, offset, counts)
      return counts
    })
  }

  /** Counts the open flags a subject has in a year into `counts`: nations are counted without an object for each. */
  countOpen(kind: SubjectKind, slot: number, offset: number, counts: SeverityCounts): void {
    counts.error = 0
    counts.warning = 0
    counts.info = 0
    for (const active of this.rules.about(kind)) {
      const row = active.rowOf(slot, offset)
      const count = active.marks.countAt(row)
      if (count > 0 && !this.isWaived(active, slot, offset)) {
        counts[active.marks.severityAt(row)] += count
      }
    }
  }

  /** Whether a rule's flags on a subject and year are covered by a waiver. */
  isWaived(active: ActiveRule, slot: number, offset: number): boolean {
    const { waivers } = this.index.plan
    if (waivers.size === 0 || !waivers.has(this.keyOf(active.rule, slot, offset))) return false
    return this.describe(active, slot, offset).some(({ waiver }) => waiver !== null)
  }

  /** The flags a rule raises on a subject in a year. */
  describe(active: ActiveRule, slot: number, offset: number): Flag[] {
    const { rule, marks } = active
    const { facts, subjects } = this.rules
    const id = subjects.idsOf(rule.subject)[slot] ?? 0
    const year = rule.isYearly ? facts.yearAt(offset) : null
    const findings = rule.describe(facts, slot, offset)
    const subject = { kind: rule.subject, id, code: subjects.codeAt(rule.subject, slot) }
    const severity = marks.severityAt(active.rowOf(slot, offset))
    const waiver = this.waiverOf(rule, slot, offset, findings)
    return findings.map((finding) => ({
      code: rule.code,
      severity,
      subject,
      year,
      waiver,
      ...finding,
    }))
  }

  private keyOf(rule: Rule, slot: number, offset: number): string {
    const { facts, subjects } = this.rules
    return waiverKey({
      rule: rule.code,
      subject: rule.subject,
      id: subjects.idsOf(rule.subject)[slot] ?? 0,
      year: rule.isYearly ? facts.yearAt(offset) : null,
    })
  }

  private waiverOf(
    rule: Rule,
    slot: number,
    offset: number,
    findings: readonly Finding[],
  ): Waiver | null {
    const { waivers } = this.index.plan
    if (waivers.size === 0) return null
    const waiver = waivers.get(this.keyOf(rule, slot, offset))
    return waiver && gaugeOf(findings) <= waiver.gauge ? waiver : null
  }

  private coveredBy(waiver: Waiver): Flag[] {
    const { rule, subject, id, year } = waiver
    const found = this.rules.find(rule)
    const slot = this.rules.subjects.slotOf(subject, id)
    if (!found || slot < 0 || found.rule.isYearly !== (year !== null)) return []
    return this.rules
      .offsetsOf(found.rule, year)
      .filter((offset) => found.countAt(slot, offset) > 0)
      .flatMap((offset) => this.describe(found, slot, offset))
      .filter((flag) => flag.waiver === waiver)
  }
}

/** How bad the findings of one subject and year are together. */
export function gaugeOf(findings: readonly Finding[]): bigint {
  return findings.reduce((sum, { gauge }) => sum + gauge, 0n)
}

function splitKey(subject: SubjectKey): [SubjectKind, number] {
  const [kind, id] = subject.split(':') as [SubjectKind, string]
  return [kind, Number(id)]
}
