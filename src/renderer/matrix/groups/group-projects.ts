import type { Project } from '../../../core/project.ts'
import type { GroupRowId } from '../../plan/window-store.ts'

/** What projects can be grouped by. */
export const GROUPINGS = ['place', 'sector', 'stage', 'group'] as const

/** One thing projects can be grouped by. */
export type Grouping = (typeof GROUPINGS)[number]

/** Projects that share a place, sector, stage or group; `key` is what they share, empty where it is not stated. */
export interface ProjectGroup {
  readonly id: GroupRowId
  readonly key: string
  readonly members: readonly number[]
}

/** Groups projects in the order their first members come; `known` gives the order where a list has one of its own. */
export function groupProjects(
  projects: readonly Project[],
  by: Grouping,
  known: readonly string[] = [],
): ProjectGroup[] {
  const members = new Map<string, number[]>(known.map((key) => [key, []]))
  for (const project of projects) {
    // The same place typed with other spaces or in another composition is the same place.
    const key = project[by].normalize('NFC').trim()
    const of = members.get(key)
    if (of) of.push(project.id)
    else members.set(key, [project.id])
  }
  return [...members]
    .filter(([, ids]) => ids.length > 0)
    .map(([key, ids]) => ({ id: `group:${by}:${key}`, key, members: ids }))
}

/** Puts sorted rows under the head of their group, groups in their own order. */
export function gatherRows<Row>(
  rows: readonly Row[],
  groups: readonly ProjectGroup[],
  idOf: (row: Row) => number | string | undefined,
): Row[] {
  const groupOf = new Map<number | string, number>()
  for (const [at, { id, members }] of groups.entries()) {
    groupOf.set(id, at)
    for (const member of members) groupOf.set(member, at)
  }
  const gathered = groups.map((): Row[] => [])
  for (const row of rows) {
    const id = idOf(row)
    const group = id === undefined ? undefined : gathered[groupOf.get(id) ?? -1]
    if (typeof id === 'string') group?.unshift(row)
    else group?.push(row)
  }
  return gathered.flat()
}
