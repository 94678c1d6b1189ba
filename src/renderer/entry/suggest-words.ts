import type { PlanColumns } from '../plan/plan-columns.ts'

/** More words than this nobody picks from. */
const MOST = 200

/** The fields that repeat words of other projects. */
const REPEATED = ['place', 'sector', 'task', 'owner'] as const

/** The words other projects use for a field, or nothing where each has its own. */
export function suggestWords(
  columns: PlanColumns,
  key: string,
): { readonly suggestions?: readonly string[] } {
  const name = REPEATED.find((one) => one === key)
  return name === undefined ? {} : { suggestions: columns.wordsOf(name).slice(0, MOST) }
}
