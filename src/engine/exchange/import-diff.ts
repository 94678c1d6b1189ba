import type { ImportEntry, ImportField } from '../../contract/tables.ts'
import type { Hold } from '../../core/hold.ts'
import type { Plan, PlanSettings } from '../../core/plan.ts'
import { policyRows } from '../../core/policy-row.ts'
import type { PlanChange } from '../../core/plan-change.ts'
import type { Project } from '../../core/project.ts'
import type { WaiverTarget } from '../../core/waiver.ts'
import type { ImportDraft } from './import-draft.ts'
import { ratiosText } from '../../core/ratios-text.ts'

/** The entry a change is about, by kind and code: the name a person takes or leaves it by. */
export function entryId(change: PlanChange, draft: ImportDraft): string {
  const name = change.kind.replace('-set', '')
  if (change.kind === 'settings-set') return isPolicyChange(change) ? 'policy' : 'plan'
  if (change.kind === 'allocation-set') return [name, ...placeCodes(change.cell, draft)].join(':')
  if (change.kind === 'waiver-set') return `${name}:${targetName(change.target, draft)}`
  const entry = change.after ?? change.before
  if (entry && 'code' in entry) return `${name}:${entry.code}`
  return entry && 'kind' in entry && 'line' in entry
    ? [name, entry.kind, ...placeCodes(entry, draft)].join(':')
    : name
}

/** A place in the matrix by codes; what a hold leaves open is empty. */
function placeCodes({ project, line, year }: Omit<Hold, 'kind'>, draft: ImportDraft): string[] {
  const codes = [draft.projects.get(project ?? 0)?.code, draft.lines.get(line ?? 0)?.code]
  return [...codes.map((code) => code ?? ''), String(year)]
}

function targetName({ rule, subject, id, year }: WaiverTarget, draft: ImportDraft): string {
  return [rule, subject, draft.codeOf(subject, id), year ?? ''].join(':')
}

/** What a change would do to its entry, field by field. */
export function describeEntry(change: PlanChange, draft: ImportDraft): ImportEntry {
  const isPolicy = change.kind === 'settings-set' && isPolicyChange(change)
  const fields = isPolicy ? policyFields : fieldsOf
  const before = fields(change.before, draft)
  const after = fields(change.after, draft)
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const moved = names.flatMap((field): ImportField[] => {
    const [was, is] = [before.get(field) ?? '', after.get(field) ?? '']
    return was === is ? [] : [{ field, before: was, after: is }]
  })
  const action = change.before === null ? 'added' : change.after === null ? 'cleared' : 'updated'
  return { id: entryId(change, draft), action, fields: moved }
}

/** Keeps the changes a person takes; what rests on an entry left out is left out with it. */
export function takeChanges(
  plan: Plan,
  changes: readonly PlanChange[],
  draft: ImportDraft,
  leave: ReadonlySet<string>,
): readonly PlanChange[] {
  if (leave.size === 0) return changes
  const taken = changes.filter((change) => !leave.has(entryId(change, draft)))
  const has = {
    programme: new Set([...plan.programmes.keys(), ...idsOf(taken, 'programme-set')]),
    line: new Set([...plan.lines.keys(), ...idsOf(taken, 'line-set')]),
    project: new Set([...plan.projects.keys(), ...idsOf(taken, 'project-set')]),
    task: new Set([...plan.tasks.keys(), ...idsOf(taken, 'task-set')]),
    plan: new Set([0]),
  }
  const hasPlace = ({ project, line }: Omit<Hold, 'kind'>) =>
    (project === null || has.project.has(project)) && (line === null || has.line.has(line))
  return taken.filter((change) => {
    if (change.kind === 'allocation-set') return hasPlace(change.cell)
    if (change.kind === 'hold-set') return change.after === null || hasPlace(change.after)
    if (change.kind === 'waiver-set') return has[change.target.subject].has(change.target.id)
    return programmesUnder(change).every((id) => has.programme.has(id))
  })
}

/** The programmes an entry names. */
function programmesUnder(change: PlanChange): readonly number[] {
  if (change.kind === 'project-set') return [...(change.after?.ratios.keys() ?? [])]
  if (change.kind === 'settings-set') return [...change.after.policy.counterpart.keys()]
  const above =
    change.kind === 'line-set'
      ? change.after?.programme
      : change.kind === 'programme-set'
        ? change.after?.parent
        : null
  return above == null ? [] : [above]
}

function idsOf(changes: readonly PlanChange[], kind: PlanChange['kind']): number[] {
  return changes.flatMap((change) => (change.kind === kind && 'id' in change ? [change.id] : []))
}

type SettingsChange = Extract<PlanChange, { kind: 'settings-set' }>

/** A table changes the policy or the rest of the settings, never both. */
function isPolicyChange({ before, after }: SettingsChange): boolean {
  return before.policy !== after.policy
}

/** The settings of a policy, whose names a person knows, and who set its rules. */
function policyFields(entry: unknown, draft: ImportDraft): Map<string, string> {
  const settings = entry as PlanSettings
  return new Map(
    policyRows({ programmes: draft.programmes.byIds, settings }).map((row) => [
      `policy.${row.key}`,
      [row.value, row.source, row.reason, row.by].filter((part) => part !== '').join(' · '),
    ]),
  )
}

const INTERNAL: ReadonlySet<string> = new Set(['id', 'project', 'line', 'year', 'policy'])

/** Fields that hold the id of a programme, which a person knows by its code. */
const PROGRAMMES: ReadonlySet<string> = new Set(['parent', 'programme'])

/** An entry's values as text: amounts as whole đồng, one field per year. */
function fieldsOf(entry: unknown, draft: ImportDraft): Map<string, string> {
  const fields = new Map<string, string>()
  const codeOf = (programme: number) => draft.programmes.get(programme)?.code ?? ''
  const visit = (name: string, value: unknown): void => {
    if (name === 'ratios') fields.set(name, ratiosText(value as Project['ratios'], codeOf))
    else if (value instanceof Map) for (const [key, part] of value) visit(`${name}_${key}`, part)
    else if (Array.isArray(value)) fields.set(name, value.join('; '))
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value))
        visit(name === '' ? key : `${name}.${key}`, part)
    else if (typeof value === 'number' && PROGRAMMES.has(name)) fields.set(name, codeOf(value))
    else if (isScalar(value) && !INTERNAL.has(name)) fields.set(name, String(value))
  }
  visit('', entry)
  return fields
}

function isScalar(value: unknown): value is string | number | bigint | boolean {
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value)
}
