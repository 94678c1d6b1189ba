import { create } from 'zustand'
import { PROJECT_GROUPS, PROJECT_STAGES, type Project } from '../../../core/project.ts'
import type { GroupRowId } from '../../plan/window-store.ts'
import { type Grouping, type ProjectGroup, groupProjects } from './group-projects.ts'

/** How the matrix is grouped, which groups are folded, and what stands in each under the filter. */
export interface GroupState {
  readonly by: Grouping | null
  readonly folded: ReadonlySet<GroupRowId>
  /** The group of each project. */
  readonly groupOf: ReadonlyMap<number, GroupRowId>
  /** Every group of the plan. */
  readonly groups: readonly ProjectGroup[]
  /** The members of each group that pass the filter. */
  readonly shown: ReadonlyMap<GroupRowId, readonly number[]>
}

/** The grouping of this window. */
export const useGroups = create<GroupState>(() => ({
  by: null,
  folded: new Set(),
  groupOf: new Map(),
  groups: [],
  shown: new Map(),
}))

/** Groups projects anew, or not at all. */
export function groupBy(by: Grouping | null, projects: readonly Project[]): void {
  if (by === null && useGroups.getState().by === null) return
  const groups = by === null ? [] : groupProjects(projects, by, ORDERS[by])
  const groupOf = new Map(groups.flatMap(({ id, members }) => members.map((one) => [one, id])))
  const shown = new Map(groups.map(({ id, members }) => [id, members]))
  useGroups.setState({ by, groups, groupOf, shown })
}

/** Whether a project stands in a folded group. */
export function isFoldedAway(project: number): boolean {
  const { folded, groupOf } = useGroups.getState()
  const group = groupOf.get(project)
  return group !== undefined && folded.has(group)
}

/** Folds a group, or unfolds it. */
export function toggleFold(id: GroupRowId): void {
  useGroups.setState(({ folded }) => {
    const next = new Set(folded)
    if (!next.delete(id)) next.add(id)
    return { folded: next }
  })
}

/** Folds every group, or unfolds all. */
export function foldAll(isFolded: boolean): void {
  useGroups.setState(({ groups }) => ({
    folded: new Set(isFolded ? groups.map(({ id }) => id) : []),
  }))
}

/** Says which projects pass the filter, so that subtotals are of what is shown. */
export function showMembers(passes: (project: number) => boolean): void {
  useGroups.setState(({ groups }) => ({
    shown: new Map(groups.map(({ id, members }) => [id, members.filter(passes)])),
  }))
}

const ORDERS: Readonly<Partial<Record<Grouping, readonly string[]>>> = {
  stage: PROJECT_STAGES,
  group: PROJECT_GROUPS,
}
