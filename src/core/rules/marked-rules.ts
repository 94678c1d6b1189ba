import type { FiscalYear } from '../fiscal-year.ts'
import type { PlanIndex, Touched, TouchedCell } from '../plan-index.ts'
import { ActiveRule } from './active-rule.ts'
import { RULES } from './catalogue.ts'
import { FlagSubjects } from './flag-subjects.ts'
import { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'
import type { RuleCode, SubjectKind } from './rule-code.ts'

/** The subject of a flag as one text key: `project:7`. */
export type SubjectKey = `${SubjectKind}:${number}`

/** The projects and lines, by id, whose flags an edit may have changed. */
export interface MovedSubjects {
  readonly projects: ReadonlySet<number>
  readonly lines: ReadonlySet<number>
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
        if (active.countAt(slot, offset) > 0) yield [slot, offset]
      }
    }
  }

  /** Re-evaluates what edited cells touched and names those projects and lines. */
  follow({ cells }: Touched): MovedSubjects {
    const { projects, lines } = this.index
    const moved = { projects: new Set<number>(), lines: new Set<number>() }
    for (const cell of cells) {
      const [project, line] = [projects.slotOf(cell.project), lines.slotOf(cell.line)]
      if (project < 0 || line < 0) continue
      for (const other of this.facts.follow(cell)) {
        this.recheck(this.readers.cells.project, other.project, other.offset)
        moved.projects.add(projects.ids[other.project] ?? 0)
      }
      this.recheckCell(cell, project, line)
      moved.projects.add(cell.project)
      moved.lines.add(cell.line)
    }
    return moved
  }

  private recheckCell({ year, isSwitched }: TouchedCell, project: number, line: number): void {
    const readers = isSwitched ? this.readers.cells : this.readers.amounts
    const offset = year - this.index.projects.span.first
    this.recheck(readers.project, project, offset)
    this.recheck(readers.line, line, offset)
    const task = this.facts.tasks.taskOf[project] ?? -1
    if (task >= 0) this.recheck(readers.task, task, null)
  }

  private activate(): ActiveRule[] {
    const settings = this.facts.policy.rules
    return RULES.flatMap((rule) => {
      const set = settings.get(rule.code)?.severity ?? null
      if (set === 'off') return []
      const subjects = this.subjects.idsOf(rule.subject).length
      return [new ActiveRule(rule, this.facts, { set, subjects })]
    })
  }

  /** Evaluates every rule on all its subjects: rule by rule runs faster than subject by subject. */
  private markAll(): void {
    const paid = this.listPaid()
    for (const active of this.active) {
      if (active.needsMoney) this.markPaid(active, paid)
      else this.markEvery(active)
    }
  }

  private markEvery(active: ActiveRule): void {
    const offsets = this.offsetsOf(active.rule, null)
    const count = this.subjects.idsOf(active.rule.subject).length
    for (let slot = 0; slot < count; slot += 1) {
      for (const offset of offsets) active.judge(slot, offset)
    }
  }

  private markPaid(active: ActiveRule, paid: Int32Array): void {
    for (let at = 0; at < paid.length; at += 2) {
      active.judge(paid[at] as number, paid[at + 1] as number)
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
      if (!active.isYearly) active.judge(slot, 0)
      else if (offset !== null && !active.spansYears) {
        // Money may stand in years the period no longer reaches; those are not judged.
        if (this.facts.offsets.includes(offset)) this.rejudge(active, slot, offset)
      } else for (const at of this.facts.offsets) this.rejudge(active, slot, at)
    }
  }

  private rejudge(active: ActiveRule, slot: number, offset: number): void {
    if (active.needsMoney && this.isEmpty(slot, offset)) active.clear(slot, offset)
    else active.judge(slot, offset)
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
