import type { FundingLine } from '../../core/funding-line.ts'
import type { Plan, PlanSettings } from '../../core/plan.ts'
import type { PlanChange } from '../../core/plan-change.ts'
import type { Programme } from '../../core/programme.ts'
import type { Project } from '../../core/project.ts'
import type { SubjectKind } from '../../core/rules/rule-code.ts'
import type { Task } from '../../core/task.ts'
import { EarlierMoney } from './earlier-money.ts'
import { EarlierRows } from './earlier-rows.ts'
import { HeldTotals } from './held-totals.ts'
import { ProblemList } from './problem-list.ts'

/** Programmes, lines, tasks or projects of the plan and of the import so far, found by id or code. */
export class DraftEntries<T extends { readonly id: number; readonly code: string }> {
  private readonly byCode = new Map<string, T>()
  private readonly byId = new Map<number, T>()
  private readonly touched = new Set<number>()
  private nextId = 1

  constructor(entries: Iterable<T>) {
    for (const entry of entries) this.put(entry)
    this.touched.clear()
  }

  /** The entries nothing was put for, named by kind and code. */
  untouched(kind: string): string[] {
    return this.all.flatMap(({ id, code }) => (this.touched.has(id) ? [] : [`${kind}:${code}`]))
  }

  /** The entry with this code. */
  find(code: string): T | undefined {
    return this.byCode.get(code.normalize('NFC'))
  }

  /** Every entry. */
  get all(): readonly T[] {
    return [...this.byId.values()]
  }

  /** Every entry by its id. */
  get byIds(): ReadonlyMap<number, T> {
    return this.byId
  }

  /** The entry with this id. */
  get(id: number): T | undefined {
    return this.byId.get(id)
  }

  /** Takes in an entry as it will be. */
  put(entry: T): void {
    this.byCode.set(entry.code.normalize('NFC'), entry)
    this.byId.set(entry.id, entry)
    this.touched.add(entry.id)
    this.nextId = Math.max(this.nextId, entry.id + 1)
  }

  /** The id of the next new entry. */
  takeId(): number {
    this.nextId += 1
    return this.nextId - 1
  }
}

/** An import on its way: what the plan will hold, the changes so far, and what was not understood. */
export class ImportDraft {
  readonly programmes: DraftEntries<Programme>
  readonly lines: DraftEntries<FundingLine>
  readonly tasks: DraftEntries<Task>
  readonly projects: DraftEntries<Project>
  /** The plan's settings as they will be; a table may widen the period the later ones are read in. */
  settings: PlanSettings
  readonly changes: PlanChange[] = []
  readonly problems = new ProblemList()
  /** The projects' rows of the sheets read so far. */
  readonly rows = new EarlierRows()
  /** The money of the sheets read so far. */
  readonly money = new EarlierMoney()
  readonly totals: HeldTotals
  unchanged = 0

  constructor(readonly plan: Plan) {
    this.settings = plan.settings
    this.programmes = new DraftEntries(plan.programmes.values())
    this.lines = new DraftEntries(plan.lines.values())
    this.tasks = new DraftEntries(plan.tasks.values())
    this.projects = new DraftEntries(plan.projects.values())
    this.totals = new HeldTotals(plan, this.projects)
  }

  /** The plan's period as a problem names it. */
  get period(): { from: number; to: number } {
    const { from, to } = this.settings
    return { from, to }
  }

  /** The code of a waiver's subject; none for the plan itself. */
  codeOf(kind: SubjectKind, id: number): string {
    if (kind === 'plan') return ''
    return { project: this.projects, line: this.lines, task: this.tasks }[kind].get(id)?.code ?? ''
  }

  /** Counts what became of an entry, and keeps its change unless it stays as it was. */
  settle(change: PlanChange, isSame: boolean): void {
    if (isSame) {
      this.unchanged += 1
      return
    }
    this.changes.push(change)
  }
}
