import type { Project } from '../../../core/project.ts'
import { foldText } from '../../plan/fold-text.ts'
import type { Grouping } from '../groups/group-projects.ts'

/** Figures of a project's year a condition may be about, beside what a line gives it. */
export const MEASURES = [
  'need',
  'allocated',
  'shortfall',
  'coverage',
  'programmes',
  'flags',
] as const

/** One of those figures, or the amount of a line by its code. */
export type Measure = (typeof MEASURES)[number] | `line:${string}`

/** A figure exactly: `amount` over `per`. */
export interface Figure {
  readonly amount: bigint
  readonly per: bigint
}

/** Thousandths of a percent in the whole: what a condition on the coverage counts in. */
export const WHOLE_COVERAGE = 100_000n

/**
 * A figure that must be at least, at most or exactly an amount: whole đồng, a count, or thousandths of a percent. A
 * null amount is not known yet and lets everything pass.
 */
export interface Condition {
  readonly measure: Measure
  readonly sign: 'least' | 'most' | 'equal'
  readonly amount: bigint | null
}

/** What a project must be to be shown; an absent set allows every value. */
export interface ProjectFilter {
  readonly sets: Readonly<Partial<Record<Grouping, readonly string[]>>>
  /** All of them must hold. */
  readonly conditions: readonly Condition[]
  readonly isFlaggedOnly: boolean
}

/** A filter that lets everything pass. */
export const NO_FILTER: ProjectFilter = { sets: {}, conditions: [], isFlaggedOnly: false }

/** Reads a figure of a project's year; null where it has none, such as the coverage of no need. */
export type FigureReader = (measure: Measure) => Figure | null

/** Whether a project passes the filter. */
export function passesFilter(
  project: Project,
  read: FigureReader,
  { sets, conditions, isFlaggedOnly }: ProjectFilter,
): boolean {
  if (isFlaggedOnly && (read('flags')?.amount ?? 0n) === 0n) return false
  if (!conditions.every((condition) => meets(read, condition))) return false
  return Object.entries(sets).every(([by, allowed]) =>
    allowed.includes(keyOf(project, by as Grouping)),
  )
}

/** The value of a project a set names it by. */
export function keyOf(project: Project, by: Grouping): string {
  return project[by].normalize('NFC').trim()
}

/** Whether a filter keeps anything out. */
export function isFiltering({ sets, conditions, isFlaggedOnly }: ProjectFilter): boolean {
  const isBound = conditions.some(({ amount }) => amount !== null)
  return isFlaggedOnly || isBound || Object.keys(sets).length > 0
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

function meets(read: FigureReader, { measure, sign, amount }: Condition): boolean {
  if (amount === null) return true
  const figure = read(measure)
  if (!figure) return false
  const bound = amount * figure.per
  if (sign === 'equal') return figure.amount === bound
  return sign === 'least' ? figure.amount >= bound : figure.amount <= bound
}
