import type { FiscalYear } from '../fiscal-year.ts'
import type { PlanIndex, Touched } from '../plan-index.ts'
import { RULES } from './catalogue.ts'
import { type Flag, SEVERITIES, type SubjectKind } from './rule.ts'

/** Every flag the plan raises, gravest first. */
export function checkPlan(index: PlanIndex): Flag[] {
  return new CurrentFlags(index).list()
}

/** Counts flags by severity. */
export function countFlags(flags: readonly Flag[]): {
  error: number
  warning: number
  info: number
} {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const flag of flags) counts[flag.severity] += 1
  return counts
}

/** Flags of one year, with those of the whole period. */
export function flagsOfYear(flags: readonly Flag[], year: FiscalYear | null): Flag[] {
  return flags.filter((flag) => year === null || flag.year === null || flag.year === year)
}

/** The subject of a flag as one text key: `project:7`. */
export type SubjectKey = `${SubjectKind}:${number}`

/** The flags of a plan, kept current: an edit re-evaluates only the projects and lines it touches. */
export class CurrentFlags {
  private bySubject = new Map<SubjectKey, readonly Flag[]>()

  constructor(private readonly index: PlanIndex) {
    this.checkAll()
  }

  /** All flags, gravest first, then in catalogue order. */
  list(): Flag[] {
    return [...this.bySubject.values()].flat().sort(compareFlags)
  }

  /** The flags of one project or line. */
  of(subject: SubjectKey): readonly Flag[] {
    return this.bySubject.get(subject) ?? []
  }

  /** Re-evaluates what an edit touched and names the subjects evaluated; a structural edit re-evaluates all. */
  follow(touched: Touched): SubjectKey[] {
    if (touched.isStructural) {
      this.checkAll()
      return []
    }
    const subjects: SubjectKey[] = []
    for (const id of touched.projects) subjects.push(this.check('project', id))
    for (const id of touched.lines) subjects.push(this.check('line', id))
    return subjects
  }

  private checkAll(): void {
    this.bySubject = new Map()
    for (const id of this.index.plan.lines.keys()) this.check('line', id)
    for (const id of this.index.plan.projects.keys()) this.check('project', id)
  }

  private check(kind: SubjectKind, id: number): SubjectKey {
    const key: SubjectKey = `${kind}:${id}`
    const { lines, projects } = this.index.plan
    const code = (kind === 'line' ? lines : projects).get(id)?.code ?? ''
    const flags = RULES.filter((rule) => rule.subject === kind).flatMap((rule) =>
      rule.check(this.index, id).map(
        ({ year, severity, detail }): Flag => ({
          code: rule.code,
          severity: severity ?? rule.severity,
          subject: { kind, id, code },
          year,
          detail,
        }),
      ),
    )
    if (flags.length > 0) this.bySubject.set(key, flags)
    else this.bySubject.delete(key)
    return key
  }
}

const RULE_ORDER = new Map(RULES.map((rule, order) => [rule.code, order]))

function compareFlags(a: Flag, b: Flag): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (RULE_ORDER.get(a.code) ?? 0) - (RULE_ORDER.get(b.code) ?? 0) ||
    compareText(a.subject.code, b.subject.code) ||
    a.subject.id - b.subject.id ||
    (a.year ?? 0) - (b.year ?? 0)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
