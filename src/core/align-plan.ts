import { AllocationTable } from './allocation-table.ts'
import { type Hold, holdKey } from './hold.ts'
import type { Plan } from './plan.ts'
import { type Waiver, waiverKey } from './waiver.ts'

interface Entry {
  readonly id: number
  readonly code: string
  readonly name: string
}

type Ids = ReadonlyMap<number, number>

/**
 * The same plan under the ids another plan uses for the same codes, so that the two can be laid over each other. Entries
 * only this plan has get ids the other does not use; an entry whose code alone changed keeps its place by id and name.
 */
export function alignPlan(plan: Plan, to: Plan): Plan {
  const programmes = matchIds(plan.programmes, to.programmes)
  const lines = matchIds(plan.lines, to.lines)
  const projects = matchIds(plan.projects, to.projects)
  const tasks = matchIds(plan.tasks, to.tasks)
  const { policy } = plan.settings
  const waived = { project: projects, line: lines, task: tasks, plan: new Map<number, number>() }
  return {
    settings: {
      ...plan.settings,
      policy: { ...policy, counterpart: renameKeys(policy.counterpart, programmes) },
    },
    programmes: renameAll(plan.programmes, programmes, (of) => ({
      ...of,
      parent: renameOne(of.parent, programmes),
    })),
    lines: renameAll(plan.lines, lines, (of) => ({
      ...of,
      programme: renameOne(of.programme, programmes),
    })),
    projects: renameAll(plan.projects, projects, (of) => ({
      ...of,
      ratios: renameKeys(of.ratios, programmes),
    })),
    tasks: renameAll(plan.tasks, tasks, (of) => of),
    allocations: alignAllocations(plan.allocations, projects, lines),
    waivers: byKey(
      [...plan.waivers.values()].map((of) => ({
        ...of,
        id: waived[of.subject].get(of.id) ?? of.id,
      })),
      (of: Waiver) => waiverKey(of),
    ),
    holds: byKey(
      [...plan.holds.values()].map((of) => ({
        ...of,
        project: renameOne(of.project, projects),
        line: renameOne(of.line, lines),
      })),
      (of: Hold) => holdKey(of),
    ),
  }
}

function alignAllocations(table: AllocationTable, projects: Ids, lines: Ids): AllocationTable {
  const aligned = new AllocationTable()
  for (const of of table.values()) {
    const project = projects.get(of.project) ?? of.project
    aligned.set({ ...of, project, line: lines.get(of.line) ?? of.line })
  }
  return aligned
}

/** The other plan's id of each entry: by code, several of one code in their order; then by id and name; else a new one. */
function matchIds(of: ReadonlyMap<number, Entry>, to: ReadonlyMap<number, Entry>): Ids {
  const free = new Map<string, number[]>()
  for (const { id, code } of to.values()) free.set(code, [...(free.get(code) ?? []), id])
  const ids = new Map<number, number>()
  for (const { id, code } of of.values()) {
    const match = free.get(code)?.shift()
    if (match !== undefined) ids.set(id, match)
  }
  const taken = new Set(ids.values())
  let next = Math.max(largest(to), largest(of))
  for (const { id, name } of of.values()) {
    if (ids.has(id)) continue
    const isSameUnderId = !taken.has(id) && to.get(id)?.name === name
    ids.set(id, isSameUnderId ? id : (next += 1))
  }
  return ids
}

function largest(entries: ReadonlyMap<number, unknown>): number {
  let most = 0
  for (const id of entries.keys()) most = Math.max(most, id)
  return most
}

function renameAll<T extends Entry>(
  entries: ReadonlyMap<number, T>,
  ids: Ids,
  rest: (entry: T) => T,
): Map<number, T> {
  return byKey(
    [...entries.values()].map((entry) => ({ ...rest(entry), id: ids.get(entry.id) ?? entry.id })),
    ({ id }) => id,
  )
}

function byKey<K, T>(entries: readonly T[], keyOf: (entry: T) => K): Map<K, T> {
  return new Map(entries.map((entry) => [keyOf(entry), entry]))
}

function renameKeys<T>(map: ReadonlyMap<number, T>, ids: Ids): Map<number, T> {
  return new Map([...map].map(([id, value]) => [ids.get(id) ?? id, value]))
}

function renameOne(id: number | null, ids: Ids): number | null {
  return id === null ? null : (ids.get(id) ?? id)
}
