import type { ImportEntry, ImportField } from '../../contract/tables.ts'
import type { Plan } from '../../core/plan.ts'
import type { PlanChange } from '../../core/plan-change.ts'
import type { Project } from '../../core/project.ts'
import type { ImportDraft } from './import-draft.ts'
import { ratiosText } from '../../core/ratios-text.ts'

/** The entry a change is about, by kind and code: the name a person takes or leaves it by. */
export function entryId(change: PlanChange, draft: ImportDraft): string {
  const name = change.kind.replace('-set', '')
  if (change.kind === 'allocation-set') {
    const { project, line, year } = change.cell
    const codes = [draft.projects.get(project)?.code ?? '', draft.lines.get(line)?.code ?? '']
    return `${name}:${codes.join(':')}:${year}`
  }
  const entry = change.after ?? change.before
  return entry && 'code' in entry ? `${name}:${entry.code}` : name
}

/** What a change would do to its entry, field by field. */
export function describeEntry(change: PlanChange, draft: ImportDraft): ImportEntry {
  const before = fieldsOf(change.before, draft)
  const after = fieldsOf(change.after, draft)
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const fields = names.flatMap((field): ImportField[] => {
    const [was, is] = [before.get(field) ?? '', after.get(field) ?? '']
    return was === is ? [] : [{ field, before: was, after: is }]
  })
  const action = change.before === null ? 'added' : change.after === null ? 'cleared' : 'updated'
  return { id: entryId(change, draft), action, fields }
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
  }
  return taken.filter((change) => {
    if (change.kind === 'allocation-set')
      return has.project.has(change.cell.project) && has.line.has(change.cell.line)
    return programmesUnder(change).every((id) => has.programme.has(id))
  })
}

/** The programmes an entry names. */
function programmesUnder(change: PlanChange): readonly number[] {
  if (change.kind === 'project-set') return [...(change.after?.ratios.keys() ?? [])]
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

const INTERNAL: ReadonlySet<string> = new Set(['id', 'project', 'line', 'year'])

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
