import type { FiscalYear } from '../fiscal-year.ts'
import type { PlanIndex, Touched } from '../plan-index.ts'
import { RULES } from './catalogue.ts'
import { FlagMarks } from './flag-marks.ts'
import { FlagSubjects } from './flag-subjects.ts'
import { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'
import type { RuleCode, Severity, SubjectKind } from './rule-code.ts'

/** The subject of a flag as one text key: `project:7`. */
export type SubjectKey = `${SubjectKind}:${number}`

/** A rule that is switched on, with the severity the policy sets for it, if any, and what it marks. */
export interface ActiveRule {
  readonly rule: Rule
  readonly set: Severity | null
  readonly marks: FlagMarks
}

type RulesByKind = Readonly<Record<SubjectKind, readonly ActiveRule[]>>

/** A subject's slot and a year's offset; for rules of the whole period the offset is 0 and says nothing. */
export type MarkedPlace = readonly [slot: number, offset: number]

/** Which rules mark which subjects in which years, kept current: an edit re-evaluates only what it can change. */
export class MarkedRules {
  readonly facts: PlanFacts
  readonly subjects: FlagSubjects
  /** The rules switched on, as the catalogue lists them. */
  readonly active: readonly ActiveRule[]
  private readonly byKind: RulesByKind
  /** Those that a cell filled or emptied may change, and those a mere change of amount may. */
  private readonly readers: { readonly cells: RulesByKind; readonly amounts: RulesByKind }

  constructor(private readonly index: PlanIndex) {
    this.facts = new PlanFacts(index)
    this.subjects = new FlagSubjects(index, this.facts)
    this.active = this.activate()
    this.byKind = sortByKind(this.active)
    this.readers = {
      cells: sortByKind(this.active.filter(({ rule }) => rule.reads !== 'fields')),
      amounts: sortByKind(this.active.filter(({ rule }) => rule.reads === 'amounts')),
    }
    this.markAll()
  }

  /** The rule with this code, unless it is switched off. */
  find(code: RuleCode): ActiveRule | undefined {
    return this.active.find(({ rule }) => rule.code === code)
  }

  /** The rules about one kind of subject. */
  about(kind: SubjectKind): readonly ActiveRule[] {
    return this.byKind[kind]
  }

  /** Where a rule's marks keep a subject and year. */
  rowOf(rule: Rule, slot: number, offset: number): number {
    return rule.isYearly ? slot * this.index.projects.span.count + offset : slot
  }

  /** The offsets a rule is judged at: those of the plan's years, or of one of them; one for a rule of the period. */
  offsetsOf(rule: Rule, year: FiscalYear | null): readonly number[] {
    if (!rule.isYearly) return [0]
    const { offsets } = this.facts
    return year === null ? offsets : offsets.filter((offset) => this.facts.yearAt(offset) === year)
  }

  /** Where a rule marks flags, in all years or in one, by subject code and year. */
  *placesOf(active: ActiveRule, year: FiscalYear | null): Iterable<MarkedPlace> {
    const offsets = this.offsetsOf(active.rule, year)
    for (const slot of this.subjects.byCode(active.rule.subject)) {
      for (const offset of offsets) {
        if (active.marks.countAt(this.rowOf(active.rule, slot, offset)) > 0) yield [slot, offset]
      }
    }
  }

  /** Re-evaluates what edited cells touched and names those subjects. */
  follow({ cells }: Touched): SubjectKey[] {
    const { projects, lines } = this.index
    const subjects = new Set<SubjectKey>()
    for (const cell of cells) {
      const [project, line] = [projects.slotOf(cell.project), lines.slotOf(cell.line)]
      if (project < 0 || line < 0) continue
      const offset = cell.year - projects.span.first
      for (const other of this.facts.follow(cell)) {
        this.recheck(this.readers.cells.project, other.project, other.offset)
        subjects.add(`project:${projects.ids[other.project] ?? 0}`)
      }
      const readers = cell.isSwitched ? this.readers.cells : this.readers.amounts
      this.recheck(readers.project, project, offset)
      this.recheck(readers.line, line, offset)
      subjects.add(`project:${cell.project}`)
      subjects.add(`line:${cell.line}`)
      const task = this.facts.tasks.taskOf[project] ?? -1
      if (task < 0) continue
      this.recheck(readers.task, task, null)
      subjects.add(`task:${this.facts.tasks.ids[task] ?? 0}`)
    }
    return [...subjects]
  }

  private activate(): ActiveRule[] {
    const settings = this.facts.policy.rules
    return RULES.flatMap((rule) => {
      const set = settings.get(rule.code)?.severity ?? null
      if (set === 'off') return []
      const years = rule.isYearly ? this.index.projects.span.count : 1
      const rows = this.subjects.idsOf(rule.subject).length * years
      return [{ rule, set, marks: new FlagMarks(rows) }]
    })
  }

  /** Evaluates every rule on all its subjects: rule by rule runs faster than subject by subject. */
  private markAll(): void {
    const paid = this.listPaid()
    for (const active of this.active) {
      if (active.rule.needsMoney) this.markPaid(active, paid)
      else this.markEvery(active)
    }
  }

  private markEvery(active: ActiveRule): void {
    const offsets = this.offsetsOf(active.rule, null)
    const count = this.subjects.idsOf(active.rule.subject).length
    for (let slot = 0; slot < count; slot += 1) {
      for (const offset of offsets) {
        const found = active.rule.count(this.facts, slot, offset)
        if (found > 0) this.mark(active, slot, offset, found)
      }
    }
  }

  private markPaid(active: ActiveRule, paid: Int32Array): void {
    for (let at = 0; at < paid.length; at += 2) {
      const slot = paid[at] as number
      const offset = paid[at + 1] as number
      const found = active.rule.count(this.facts, slot, offset)
      if (found > 0) this.mark(active, slot, offset, found)
    }
  }

  /** The project slots and offsets with money, pair by pair: half the rules look at no others. */
  private listPaid(): Int32Array {
    const { offsets } = this.facts
    const { count } = this.index.projects
    const paid = new Int32Array(2 * count * offsets.length)
    let used = 0
    for (let slot = 0; slot < count; slot += 1) {
      for (const offset of offsets) {
        if (this.isEmpty(slot, offset)) continue
        paid[used] = slot
        paid[used + 1] = offset
        used += 2
      }
    }
    return paid.subarray(0, used)
  }

  /** Re-evaluates rules on a subject at a year's offset, or in every year; those of the period always. */
  private recheck(rules: readonly ActiveRule[], slot: number, offset: number | null): void {
    for (const active of rules) {
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
}

function sortByKind(rules: readonly ActiveRule[]): RulesByKind {
  const of = (kind: SubjectKind) => rules.filter(({ rule }) => rule.subject === kind)
  return { line: of('line'), project: of('project'), task: of('task'), plan: of('plan') }
}
