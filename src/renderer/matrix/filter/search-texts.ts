import type { PlanColumns } from '../../plan/plan-columns.ts'
import { searchText } from './project-filter.ts'

const known = new WeakMap<PlanColumns, readonly string[]>()

/** Every project's folded words in the plan's order, made when they are first looked in. */
export function searchTextsOf(columns: PlanColumns): readonly string[] {
  const texts = known.get(columns) ?? columns.names.map(searchText)
  known.set(columns, texts)
  return texts
}
