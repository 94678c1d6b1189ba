import { create } from 'zustand'
import type { Grouping } from '../groups/group-projects.ts'
import { type Condition, NO_FILTER, type ProjectFilter } from './project-filter.ts'

/** What the matrix is filtered by, beside the words typed. */
export const useProjectFilter = create<ProjectFilter>(() => NO_FILTER)

/** Allows a value of a set, or keeps it out; a set that allows everything is none. */
export function allowValue(
  by: Grouping,
  value: string,
  isAllowed: boolean,
  all: readonly string[],
): void {
  useProjectFilter.setState(({ sets }) => {
    const { [by]: now = all, ...others } = sets
    const next = all.filter((one) => (one === value ? isAllowed : now.includes(one)))
    return { sets: next.length === all.length ? others : { ...others, [by]: next } }
  })
}

/** Shows only what all of these hold for. */
export function setConditions(conditions: readonly Condition[]): void {
  useProjectFilter.setState({ conditions })
}

/** Lets everything pass again. */
export function clearFilter(): void {
  useProjectFilter.setState(NO_FILTER)
}
