import type { DifferentEntry, PlanDifference } from '../contract/plan-difference.ts'
import type { ImportField } from '../contract/tables.ts'
import { alignPlan } from '../core/align-plan.ts'
import type { Plan } from '../core/plan.ts'
import type { PlanChange } from '../core/plan-change.ts'
import { listPolicy } from '../core/policy-entry.ts'
import { describeEntry } from './exchange/import-diff.ts'
import { ImportDraft } from './exchange/import-draft.ts'
import { isSameEntry } from './exchange/is-same-entry.ts'

const ACTIONS = { added: 'added', updated: 'changed', cleared: 'removed' } as const

/** Every entry in which a plan differs from one before it, whatever ids either uses. */
export function comparePlans(before: Plan, after: Plan, limit = Number.POSITIVE_INFINITY) {
  const aligned = alignPlan(before, after)
  const names = nameBoth(aligned, after)
  const entries = [
    ...compareSettings(aligned, after),
    ...changesBetween(aligned, after).map((change) => describeDifference(change, names)),
  ]
  const count = (action: DifferentEntry['action']) =>
    entries.filter((entry) => entry.action === action).length
  const difference: PlanDifference = {
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
    entries: entries.slice(0, limit),
  }
  return difference
}

/** Both plans' entries by id: what only one of them has is named, too. */
function nameBoth(before: Plan, after: Plan): ImportDraft {
  const draft = new ImportDraft(after)
  for (const kind of ['programmes', 'lines', 'projects', 'tasks'] as const) {
    const known = after[kind]
    for (const entry of before[kind].values()) {
      if (!known.has(entry.id)) draft[kind].put(entry as never)
    }
  }
  return draft
}

function changesBetween(before: Plan, after: Plan): PlanChange[] {
  return [
    ...editsOf(before.programmes, after.programmes, (id, edit) => ({
      kind: 'programme-set',
      id,
      ...edit,
    })),
    ...editsOf(before.lines, after.lines, (id, edit) => ({ kind: 'line-set', id, ...edit })),
    ...editsOf(before.tasks, after.tasks, (id, edit) => ({ kind: 'task-set', id, ...edit })),
    ...editsOf(before.projects, after.projects, (id, edit) => ({
      kind: 'project-set',
      id,
      ...edit,
    })),
    ...allocationEdits(before, after),
    ...editsOf(before.holds, after.holds, (key, edit) => ({ kind: 'hold-set', key, ...edit })),
    ...editsOf(before.waivers, after.waivers, (_, edit) => ({
      kind: 'waiver-set',
      target: (edit.after ?? edit.before) as NonNullable<typeof edit.after>,
      ...edit,
    })),
  ]
}

interface Edit<T> {
  readonly before: T | null
  readonly after: T | null
}

function editsOf<K, T>(
  before: ReadonlyMap<K, T>,
  after: ReadonlyMap<K, T>,
  change: (key: K, edit: Edit<T>) => PlanChange,
): PlanChange[] {
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].flatMap((key) => {
    const edit = { before: before.get(key) ?? null, after: after.get(key) ?? null }
    return isSameEntry(edit.before, edit.after) ? [] : [change(key, edit)]
  })
}

function allocationEdits({ allocations: before }: Plan, { allocations: after }: Plan) {
  const edits: PlanChange[] = []
  const put = (edit: Extract<PlanChange, { kind: 'allocation-set' }>) => void edits.push(edit)
  for (const was of before.values()) {
    const is = after.get(was) ?? null
    if (!isSameEntry(was, is)) put({ kind: 'allocation-set', cell: was, before: was, after: is })
  }
  for (const is of after.values()) {
    if (!before.has(is)) put({ kind: 'allocation-set', cell: is, before: null, after: is })
  }
  return edits
}

function describeDifference(change: PlanChange, names: ImportDraft): DifferentEntry {
  const { id, action, fields } = describeEntry(change, names)
  return {
    id: idOf(change, names) ?? id,
    action: ACTIONS[action],
    // An entry that is there on one side only is told by what it says, not by what it leaves open.
    fields: fields.filter(({ before, after }) => !isNothing(before) || !isNothing(after)),
  }
}

function isNothing(text: string): boolean {
  return text === '' || text === 'false'
}

/** Holds and waivers have no code of their own: they are named by what they are on. */
function idOf(change: PlanChange, { projects, lines, tasks }: ImportDraft): string | null {
  if (change.kind === 'hold-set') {
    const { kind, project, line, year } = (change.after ?? change.before) as NonNullable<
      typeof change.after
    >
    const codes = [projects.get(project ?? 0)?.code, lines.get(line ?? 0)?.code].filter(Boolean)
    return ['hold', kind, ...codes, year].join(':')
  }
  if (change.kind !== 'waiver-set') return null
  const { rule, subject, id, year } = change.target
  const of = { project: projects, line: lines, task: tasks, plan: null }[subject]
  return ['waiver', rule, of?.get(id)?.code, year].filter(Boolean).join(':')
}

function compareSettings(before: Plan, after: Plan): DifferentEntry[] {
  const [was, is] = [settingsText(before), settingsText(after)]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const fields = names.flatMap((field): ImportField[] => {
    const [before, after] = [was[field] ?? '', is[field] ?? '']
    return before === after ? [] : [{ field, before, after }]
  })
  return fields.length === 0 ? [] : [{ id: 'settings', action: 'changed', fields }]
}

function settingsText(plan: Plan): Readonly<Record<string, string>> {
  const { title, organisation, from, to, basis } = plan.settings
  const policy = Object.entries(listPolicy(plan)).map(([key, text]) => [`policy.${key}`, text])
  return {
    title,
    organisation,
    from: String(from),
    to: String(to),
    basis,
    ...(Object.fromEntries(policy) as Record<string, string>),
  }
}
