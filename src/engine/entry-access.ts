import type { EntryKind } from '../contract/entry-edit.ts'
import { WorkbenchError } from '../core/error.ts'
import type { EntryForm } from '../core/fields/entry-form.ts'
import { lineForm } from '../core/fields/line-form.ts'
import { projectForm } from '../core/fields/project-form.ts'
import { type FundingLine, blankLine } from '../core/funding-line.ts'
import type { Plan } from '../core/plan.ts'
import type { PlanChange } from '../core/plan-change.ts'
import { type Project, blankProject } from '../core/project.ts'
import { draftCode } from '../core/project-code.ts'

/** What every kind of entry has. */
export interface Named {
  readonly id: number
  readonly code: string
  readonly name: string
}

/** How one kind of entry is found, filled in and written. */
export interface EntryAccess<E> {
  readonly entries: ReadonlyMap<number, E>
  readonly form: EntryForm<E>
  /** A new entry, still without anything a person says. */
  blank(id: number): E
  change(id: number, before: E | null, after: E | null): PlanChange
}

/** The projects of a plan; a new one bears a draft code until it is given its own. */
export function projectAccess(plan: Plan): EntryAccess<Project> {
  return {
    entries: plan.projects,
    form: projectForm(plan),
    blank: (id) => blankProject(id, nextDraftCode(plan)),
    change: (id, before, after) => ({ kind: 'project-set', id, before, after }),
  }
}

/** The funding lines of a plan. */
export function lineAccess(plan: Plan): EntryAccess<FundingLine> {
  return {
    entries: plan.lines,
    form: lineForm(plan),
    blank: (id) => blankLine(id, ''),
    change: (id, before, after) => ({ kind: 'line-set', id, before, after }),
  }
}

/** The entry with this id. @throws `project-unknown` `line-unknown` */
export function findEntry<E>(entries: ReadonlyMap<number, E>, kind: EntryKind, id: number): E {
  const entry = entries.get(id)
  if (entry === undefined) throw new WorkbenchError(`${kind}-unknown`, { code: String(id) })
  return entry
}

/** The id of the next new entry. */
export function nextId(entries: ReadonlyMap<number, unknown>): number {
  let last = 0
  for (const id of entries.keys()) if (id > last) last = id
  return last + 1
}

function nextDraftCode({ projects }: Plan): string {
  const taken = new Set([...projects.values()].map(({ code }) => code))
  let n = 1
  while (taken.has(draftCode(n))) n += 1
  return draftCode(n)
}
