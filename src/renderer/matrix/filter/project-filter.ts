import type { Project } from '../../../core/project.ts'
import { foldText } from '../../plan/fold-text.ts'
import type { Grouping } from '../groups/group-projects.ts'

/** A figure of a project's year a condition may be about. */
export const MEASURES = ['need', 'allocated', 'shortfall'] as const

/** One of those figures. */
export type Measure = (typeof MEASURES)[number]

/** A figure that must be at least, or at most, an amount of whole đồng. */
export interface Condition {
  readonly measure: Measure
  readonly sign: 'least' | 'most'
  readonly amount: bigint
}

/** What a project must be to be shown; an absent set allows every value. */
export interface ProjectFilter {
  readonly sets: Readonly<Partial<Record<Grouping, readonly string[]>>>
  readonly condition: Condition | null
  readonly isFlaggedOnly: boolean
}

/** A filter that lets everything pass. */
export const NO_FILTER: ProjectFilter = { sets: {}, condition: null, isFlaggedOnly: false }

/** What of a project's year a filter looks at, whole đồng. */
export type ProjectFacts = Readonly<Record<Measure, bigint>> & { readonly flags: number }

/** Whether a project passes the filter. */
export function passesFilter(
  project: Project,
  facts: ProjectFacts,
  { sets, condition, isFlaggedOnly }: ProjectFilter,
): boolean {
  if (isFlaggedOnly && facts.flags === 0) return false
  if (condition && !meets(facts, condition)) return false
  return Object.entries(sets).every(([by, allowed]) =>
    allowed.includes(keyOf(project, by as Grouping)),
  )
}

/** The value of a project a set names it by. */
export function keyOf(project: Project, by: Grouping): string {
  return project[by].normalize('NFC').trim()
}

/** Whether a filter keeps anything out. */
export function isFiltering({ sets, condition, isFlaggedOnly }: ProjectFilter): boolean {
  return isFlaggedOnly || condition !== null || Object.keys(sets).length > 0
}

/** A project's words for searching: code, name and place, folded. */
export function searchText({
  code,
  name,
  place,
}: Pick<Project, 'code' | 'name' | 'place'>): string {
  return foldText(`${code} ${name} ${place}`)
}

/** The words of a query, without case and diacritics. */
export function foldWords(query: string): readonly string[] {
  return foldText(query).split(/\s+/).filter(Boolean)
}

/** Whether folded text holds every one of some folded words. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}

function meets(facts: ProjectFacts, { measure, sign, amount }: Condition): boolean {
  return sign === 'least' ? facts[measure] >= amount : facts[measure] <= amount
}
