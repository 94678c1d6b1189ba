import fc from 'fast-check'
import { type Cell, cellKey } from '../../src/core/allocation.ts'
import { money } from '../../src/core/money.ts'
import type { Plan } from '../../src/core/plan.ts'
import { type PlanChange, allocationChange } from '../../src/core/plan-change.ts'
import type { RuleCode, SubjectKind } from '../../src/core/rules/rule-code.ts'
import { waiverKey } from '../../src/core/waiver.ts'
import { YEARS, amounts, lines, policyChanges, programmes, projects, range } from './arbitraries.ts'

/** Makes an edit for the plan as it stands; null where the plan has nothing to edit so. */
export type EditMaker = (plan: Plan) => readonly PlanChange[] | null

const pick = fc.nat(1_000)
const at = (ids: Iterable<number>, n: number): number | undefined => {
  const all = [...ids].sort((a, b) => a - b)
  return all.length === 0 ? undefined : all[n % all.length]
}

/** Puts an amount, often zero, into any cell: by far the commonest edit. */
const amountEdits: fc.Arbitrary<EditMaker> = fc
  .tuple(pick, pick, fc.constantFrom(...YEARS), amounts)
  .map(([p, l, year, amount]) => (plan) => {
    const [project, line] = [at(plan.projects.keys(), p), at(plan.lines.keys(), l)]
    if (project === undefined || line === undefined) return null
    return [allocationChange(plan, { project, line, year }, amount)]
  })

/** Several cells as one act, the way a paste comes. */
const pasteEdits: fc.Arbitrary<EditMaker> = fc
  .array(fc.tuple(pick, fc.constantFrom(...YEARS), amounts), { minLength: 2, maxLength: 6 })
  .map((cells) => (plan) => {
    const line = at(plan.lines.keys(), 0)
    if (line === undefined || plan.projects.size === 0) return null
    const changes = new Map<string, PlanChange>()
    for (const [p, year, amount] of cells) {
      const cell: Cell = { project: at(plan.projects.keys(), p) ?? 0, line, year }
      changes.set(cellKey(cell), allocationChange(plan, cell, amount))
    }
    return [...changes.values()]
  })

/** Adds or changes a programme; its parent may be itself or one below it, so the tree may loop. */
const programmeEdits: fc.Arbitrary<EditMaker> = fc
  .tuple(pick, programmes(1, range(6)))
  .map(([n, fields]) => (plan) => {
    const id = (n % 6) + 1
    const before = plan.programmes.get(id) ?? null
    const parent =
      fields.parent !== null && plan.programmes.has(fields.parent) ? fields.parent : null
    return [
      { kind: 'programme-set', id, before, after: { ...fields, id, code: `CT-${id}`, parent } },
    ]
  })

const lineEdits: fc.Arbitrary<EditMaker> = fc
  .tuple(pick, lines(1, range(6)))
  .map(([n, fields]) => (plan) => {
    const id = (n % 6) + 1
    const before = plan.lines.get(id) ?? null
    const { programme: of } = fields
    const programme = of !== null && plan.programmes.has(of) ? of : null
    return [{ kind: 'line-set', id, before, after: { ...fields, id, code: `NV-${id}`, programme } }]
  })

const projectEdits: fc.Arbitrary<EditMaker> = fc
  .nat(6)
  .chain((n) => projects(n + 1))
  .map((after) => (plan) => {
    const before = plan.projects.get(after.id) ?? null
    return [{ kind: 'project-set', id: after.id, before, after }]
  })

/** Takes a project or a line out, its allocations first. */
const removals: fc.Arbitrary<EditMaker> = fc
  .tuple(pick, fc.boolean())
  .map(([n, isLine]) => (plan) => {
    const id = at((isLine ? plan.lines : plan.projects).keys(), n)
    if (id === undefined) return null
    const cleared = [...plan.allocations.values()]
      .filter(({ project, line }) => (isLine ? line : project) === id)
      .map((cell) => allocationChange(plan, cell, money(0)))
    return [
      ...cleared,
      isLine
        ? { kind: 'line-set', id, before: plan.lines.get(id) ?? null, after: null }
        : { kind: 'project-set', id, before: plan.projects.get(id) ?? null, after: null },
    ]
  })

const settingsEdits: fc.Arbitrary<EditMaker> = fc
  .tuple(policyChanges, fc.constantFrom('A', 'B'), fc.constantFrom(...YEARS))
  .map(([changed, title, to]) => (plan) => {
    const after = { ...plan.settings, title, to, policy: { ...plan.settings.policy, ...changed } }
    return [{ kind: 'settings-set', before: plan.settings, after }]
  })

/** Rules of every kind of subject; a waiver's year need not be one the rule judges. */
const waivable = fc.constantFrom<readonly [RuleCode, SubjectKind]>(
  ['underfunded', 'project'],
  ['ineligible', 'project'],
  ['decision-missing', 'project'],
  ['ceiling-exceeded', 'line'],
  ['task-unfunded', 'task'],
  ['reserve-missing', 'plan'],
)

/** Accepts, or takes back the acceptance of, some flag or none at all. */
const waiverEdits: fc.Arbitrary<EditMaker> = fc
  .tuple(pick, waivable, fc.constantFrom(...YEARS, null), amounts)
  .map(([n, [rule, subject], year, gauge]) => (plan) => {
    const ids = { project: plan.projects, line: plan.lines, task: plan.tasks, plan: null }[subject]
    const id = ids === null ? 0 : at(ids.keys(), n)
    if (id === undefined) return null
    const target = { rule, subject, id, year }
    const before = plan.waivers.get(waiverKey(target)) ?? null
    const accepted = { ...target, reason: 'chờ', by: 'A', at: '2026-01-01T00:00:00.000Z', gauge }
    return [{ kind: 'waiver-set', target, before, after: before ? null : accepted }]
  })

/** Every kind of edit a session can carry out. */
export const edits: fc.Arbitrary<EditMaker> = fc.oneof(
  { weight: 12, arbitrary: amountEdits },
  { weight: 3, arbitrary: pasteEdits },
  { weight: 1, arbitrary: programmeEdits },
  { weight: 1, arbitrary: lineEdits },
  { weight: 1, arbitrary: projectEdits },
  { weight: 1, arbitrary: removals },
  { weight: 1, arbitrary: settingsEdits },
  { weight: 3, arbitrary: waiverEdits },
)
