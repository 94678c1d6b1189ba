import { type Waiver, waiverKey } from '../waiver.ts'
import type { FiscalYear } from '../fiscal-year.ts'
import type { PlanIndex, Touched } from '../plan-index.ts'
import { RULES } from './catalogue.ts'
import { compareFlags } from './compare-flags.ts'
import { FlagMarks, type SeverityCounts, noCounts } from './flag-marks.ts'
import { PlanFacts } from './plan-facts.ts'
import type { Finding, Flag, Rule } from './rule.ts'
import type { Severity, SubjectKind } from './rule-code.ts'

/** The subject of a flag as one text key: `project:7`. */
export type SubjectKey = `${SubjectKind}:${number}`

/** How many flags are open, by severity, and how many are waived. */
export interface FlagCounts extends SeverityCounts {
  waived: number
}

/** A rule that is switched on, with the severity the policy gives it and what it marked. */
interface ActiveRule {
  readonly rule: Rule
  /** The policy's severity, where it sets one. */
  readonly set: Severity | null
  readonly marks: FlagMarks
}

/** The flags of a plan, kept current: an edit re-evaluates only what it can change. Sentences and figures are made when asked for. */
export class CurrentFlags {
  private facts!: PlanFacts
  private active!: Readonly<Record<SubjectKind, readonly ActiveRule[]>>

  constructor(private readonly index: PlanIndex) {
    this.checkAll()
  }

  /** All flags, gravest first, then in catalogue order. */
  list(): Flag[] {
    const flags: Flag[] = []
    for (const kind of ['line', 'project', 'task', 'plan'] as const) {
      const count = this.idsOf(kind).length
      for (let slot = 0; slot < count; slot += 1) this.collect(kind, slot, flags)
    }
    return flags.sort(compareFlags)
  }

  /** The flags of one subject, gravest first. */
  of(subject: SubjectKey): Flag[] {
    const [kind, id] = splitKey(subject)
    const flags: Flag[] = []
    const slot = this.slotOf(kind, id)
    if (slot >= 0) this.collect(kind, slot, flags)
    return flags.sort(compareFlags)
  }

  /** How many flags are open and how many waived. */
  counts(): FlagCounts {
    const counts: FlagCounts = { ...noCounts(), waived: 0 }
    for (const { marks } of Object.values(this.active).flat()) {
      for (const severity of ['error', 'warning', 'info'] as const) {
        counts[severity] += marks.counts[severity]
      }
    }
    for (const waiver of this.index.plan.waivers.values()) {
      const covered = this.coveredBy(waiver)
      for (const { severity } of covered) counts[severity] -= 1
      counts.waived += covered.length
    }
    return counts
  }

  /** How many open flags a subject has in a year, those of the period with them, and the gravest severity. */
  summaryOf(kind: SubjectKind, slot: number, offset: number): SeverityCounts {
    const counts = noCounts()
    for (const { rule, marks } of this.active[kind]) {
      const row = this.rowOf(rule, slot, offset)
      const count = marks.countAt(row)
      if (count > 0) counts[marks.severityAt(row)] += count
    }
    return counts
  }

  /** Re-evaluates what an edit touched and names those subjects; a structural edit re-evaluates all. */
  follow(touched: Touched): SubjectKey[] {
    if (touched.isStructural) {
      this.checkAll()
      return []
    }
    const subjects = new Set<SubjectKey>()
    for (const cell of touched.cells) {
      const { projects, lines, plan } = this.index
      const [project, line] = [projects.slotOf(cell.project), lines.slotOf(cell.line)]
      if (project < 0 || line < 0) continue
      const offset = cell.year - projects.span.first
      for (const other of this.facts.follow(cell)) {
        this.recheck('project', other.project, other.offset)
        subjects.add(`project:${projects.entries[other.project]?.id ?? 0}`)
      }
      this.recheck('project', project, offset)
      this.recheck('line', line, offset)
      subjects.add(`project:${cell.project}`)
      subjects.add(`line:${cell.line}`)
      const task = this.facts.tasks.taskOf[project] ?? -1
      if (task < 0) continue
      this.recheck('task', task, null)
      subjects.add(`task:${[...plan.tasks.keys()][task] ?? 0}`)
    }
    return [...subjects]
  }

  private checkAll(): void {
    this.facts = new PlanFacts(this.index)
    this.active = {
      line: this.activate('line'),
      project: this.activate('project'),
      task: this.activate('task'),
      plan: this.activate('plan'),
    }
    for (const active of Object.values(this.active).flat()) this.markAll(active)
  }

  /** Evaluates one rule on all its subjects, of which few are flagged: rule by rule runs faster than subject by subject. */
  private markAll(active: ActiveRule): void {
    const { rule } = active
    const offsets = rule.isYearly ? this.facts.offsets : [0]
    const count = this.idsOf(rule.subject).length
    for (let slot = 0; slot < count; slot += 1) {
      for (const offset of offsets) {
        if (rule.needsMoney && this.isEmpty(slot, offset)) continue
        const found = rule.count(this.facts, slot, offset)
        if (found > 0) this.mark(active, slot, offset, found)
      }
    }
  }

  private activate(kind: SubjectKind): ActiveRule[] {
    const settings = this.index.plan.settings.policy.rules
    return RULES.flatMap((rule) => {
      const set = settings.get(rule.code)?.severity ?? null
      if (rule.subject !== kind || set === 'off') return []
      const years = rule.isYearly ? this.index.projects.span.count : 1
      return [{ rule, set, marks: new FlagMarks(this.idsOf(kind).length * years) }]
    })
  }

  /** Re-evaluates a subject at a year's offset, or in every year; rules of the period always. */
  private recheck(kind: SubjectKind, slot: number, offset: number | null): void {
    for (const active of this.active[kind]) {
      const { rule } = active
      if (!rule.isYearly) this.remark(active, slot, 0)
      else if (offset !== null && !rule.spansYears) {
        // Money may stand in years the period no longer reaches; those are not judged.
        if (this.facts.offsets.includes(offset)) this.remark(active, slot, offset)
      } else for (const at of this.facts.offsets) this.remark(active, slot, at)
    }
  }

  private remark(active: ActiveRule, slot: number, offset: number): void {
    const isEmpty = active.rule.needsMoney && this.isEmpty(slot, offset)
    this.mark(active, slot, offset, isEmpty ? 0 : active.rule.count(this.facts, slot, offset))
  }

  private mark(
    { rule, set, marks }: ActiveRule,
    slot: number,
    offset: number,
    count: number,
  ): void {
    const severity =
      count === 0
        ? rule.severity
        : (set ?? rule.severityAt?.(this.facts, slot, offset) ?? rule.severity)
    marks.set(this.rowOf(rule, slot, offset), count, severity)
  }

  private isEmpty(project: number, offset: number): boolean {
    const { cells, projects } = this.index
    return cells.first(project * projects.span.count + offset) < 0
  }

  private rowOf(rule: Rule, slot: number, offset: number): number {
    return rule.isYearly ? slot * this.index.projects.span.count + offset : slot
  }

  private collect(kind: SubjectKind, slot: number, flags: Flag[]): void {
    for (const active of this.active[kind]) {
      const offsets = active.rule.isYearly ? this.facts.offsets : [0]
      for (const offset of offsets) {
        if (active.marks.countAt(this.rowOf(active.rule, slot, offset)) > 0) {
          flags.push(...this.describe(active, slot, offset))
        }
      }
    }
  }

  private describe({ rule, marks }: ActiveRule, slot: number, offset: number): Flag[] {
    const id = this.idsOf(rule.subject)[slot] ?? 0
    const year = rule.isYearly ? this.facts.yearAt(offset) : null
    const findings = rule.describe(this.facts, slot, offset)
    const subject = { kind: rule.subject, id, code: this.codeOf(rule.subject, id) }
    const severity = marks.severityAt(this.rowOf(rule, slot, offset))
    const waiver = this.waiverOf(rule, id, year, findings)
    return findings.map((finding) => ({
      code: rule.code,
      severity,
      subject,
      year,
      waiver,
      ...finding,
    }))
  }

  private waiverOf(
    { code, subject }: Rule,
    id: number,
    year: FiscalYear | null,
    findings: readonly Finding[],
  ): Waiver | null {
    const waiver = this.index.plan.waivers.get(waiverKey({ rule: code, subject, id, year }))
    return waiver && gaugeOf(findings) <= waiver.gauge ? waiver : null
  }

  private coveredBy({ rule, subject, id, year }: Waiver): Flag[] {
    const active = this.active[subject].find((candidate) => candidate.rule.code === rule)
    const slot = this.slotOf(subject, id)
    if (!active || slot < 0) return []
    const offset = year === null ? 0 : year - this.index.projects.span.first
    if (year !== null && !this.facts.offsets.includes(offset)) return []
    if (active.marks.countAt(this.rowOf(active.rule, slot, offset)) === 0) return []
    return this.describe(active, slot, offset).filter((flag) => flag.waiver !== null)
  }

  private idsOf(kind: SubjectKind): readonly number[] {
    const { lines, projects } = this.index
    switch (kind) {
      case 'line':
        return lines.ids
      case 'project':
        return projects.ids
      case 'task':
        return this.facts.tasks.ids
      case 'plan':
        return PLAN_IDS
    }
  }

  private slotOf(kind: SubjectKind, id: number): number {
    if (kind === 'project') return this.index.projects.slotOf(id)
    return this.idsOf(kind).indexOf(id)
  }

  private codeOf(kind: SubjectKind, id: number): string {
    const { lines, projects, tasks } = this.index.plan
    const entries = { line: lines, project: projects, task: tasks, plan: null }[kind]
    return entries?.get(id)?.code ?? ''
  }
}

const PLAN_IDS: readonly number[] = [0]

/** How bad the findings of one subject and year are together. */
export function gaugeOf(findings: readonly Finding[]): bigint {
  return findings.reduce((sum, { gauge }) => sum + gauge, 0n)
}

function splitKey(subject: SubjectKey): [SubjectKind, number] {
  const [kind, id] = subject.split(':') as [SubjectKind, string]
  return [kind, Number(id)]
}
