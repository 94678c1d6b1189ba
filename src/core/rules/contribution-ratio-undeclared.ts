import { cellsOfProject, programmeCells } from '../paying-cells.ts'
import { percentText } from '../percent-text.ts'
import { UNCOUNTED } from '../programme-totals.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'

/** Where programmes are combined on a project, what each contributes is declared and adds up to the whole. */
export const contributionRatioUndeclared: Rule = {
  code: 'contribution-ratio-undeclared',
  subject: 'project',
  isYearly: false,
  reads: 'cells',
  severity: 'info',
  trust: 'C',
  source: 'NĐ 27/2022/NĐ-CP, Điều 10 khoản 1 điểm đ',
  count(facts, slot) {
    if (!isCombined(facts, slot)) return 0
    return Number(declaredOf(facts, slot) !== 10_000)
  },
  describe(facts, slot) {
    const declared = declaredOf(facts, slot)
    const gap = Math.abs(10_000 - declared)
    return [{ detail: { declared: percentText(declared) }, gauge: BigInt(gap) }]
  },
  cellsBehind: (index, { subject }) =>
    programmeCells(index, cellsOfProject(index, subject.id, index.years)),
}

function declaredOf({ index: { projects } }: PlanFacts, slot: number): number {
  let declared = 0
  const ratios = projects.entries[slot]?.ratios
  // Most declare nothing, and an iterator for each of a nation's projects would be built in vain.
  if (ratios && ratios.size > 0) for (const ratio of ratios.values()) declared += ratio
  return declared
}

/** Whether more than one target programme pays a project over the plan's years. */
function isCombined({ index: { cells, programmes, projects }, offsets }: PlanFacts, slot: number) {
  let first = UNCOUNTED
  for (const offset of offsets) {
    let node = cells.first(slot * projects.span.count + offset)
    for (; node >= 0; node = cells.next(node)) {
      const programme = programmes.counted[cells.line(node)] as number
      if (programme === UNCOUNTED || programme === first) continue
      if (first !== UNCOUNTED) return true
      first = programme
    }
  }
  return false
}
