import type { Cell } from '../allocation.ts'
import type { DetailValue } from '../error.ts'
import { cellsOfLine, cellsOfProject } from '../paying-cells.ts'
import type { PlanIndex } from '../plan-index.ts'
import { RULES } from './catalogue.ts'
import type { Flag } from './rule.ts'
import type { Trust } from './rule-code.ts'

/** One number or name behind a flag; amounts in whole đồng. */
export interface Figure {
  readonly name: string
  readonly value: DetailValue
}

/** What stands behind a flag, as plain data. */
export interface FlagExplanation {
  /** In the order the rule gives them. */
  readonly figures: readonly Figure[]
  /** Where the rule comes from, as a person cites it, and how far that was checked. */
  readonly source: string
  readonly trust: Trust
  /** The cells that make it up; of a subject as a whole, all its cells with money in the year or the period; none where it is not about money. */
  readonly cells: readonly Cell[]
}

const RULES_BY_CODE = new Map(RULES.map((rule) => [rule.code, rule]))

/** The figures, the source and the cells behind a flag. */
export function explainFlag(index: PlanIndex, flag: Flag): FlagExplanation {
  const rule = RULES_BY_CODE.get(flag.code)
  return {
    figures: Object.entries(flag.detail).map(([name, value]) => ({ name, value })),
    source: rule?.source ?? '',
    trust: rule?.trust ?? 'D',
    cells: flag.cells ?? rule?.cellsBehind?.(index, flag) ?? cellsOf(index, flag),
  }
}

function cellsOf(index: PlanIndex, { subject, year }: Flag): Cell[] {
  const years = year === null ? index.years : [year]
  switch (subject.kind) {
    case 'project':
      return cellsOfProject(index, subject.id, years)
    case 'line':
      return years.flatMap((of) => cellsOfLine(index, subject.id, of))
    // An unfunded task has no money, and a missing reserve is of ceilings, not of cells.
    case 'task':
    case 'plan':
      return []
  }
}
