import { UNCOUNTED } from '../programme-totals.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'

/** A project should not draw on more top-level target programmes in a year than the policy allows. */
export const tooManyProgrammes: Rule = {
  code: 'too-many-programmes',
  subject: 'project',
  isYearly: true,
  needsMoney: true,
  severity: 'warning',
  trust: 'D',
  source:
    'NĐ 27/2022/NĐ-CP, Điều 10 khoản 1 điểm b (tránh dàn trải); số chương trình là mặc định của phần mềm',
  count(facts, slot, offset) {
    return Number(
      countProgrammes(facts, slot, offset) > facts.index.plan.settings.policy.maxProgrammes,
    )
  },
  describe(facts, slot, offset) {
    const { plan, projects } = facts.index
    const found = facts.index.programmesOf(projects.entries[slot]?.id ?? 0, facts.yearAt(offset))
    const codes = found.map((programme) => plan.programmes.get(programme)?.code ?? '').sort()
    const limit = plan.settings.policy.maxProgrammes
    const detail = { programmes: found.length, limit, programmeCodes: codes }
    return [{ detail, gauge: BigInt(found.length) }]
  },
}

/** How many top-level target programmes pay a project slot at a year's offset; builds nothing. */
export function countProgrammes({ index }: PlanFacts, slot: number, offset: number): number {
  const { cells, programmes, projects } = index
  const first = cells.first(slot * projects.span.count + offset)
  let count = 0
  for (let node = first; node >= 0; node = cells.next(node)) {
    const programme = programmes.counted[cells.line(node)]
    if (programme === UNCOUNTED) continue
    let seen = first
    while (programmes.counted[cells.line(seen)] !== programme) seen = cells.next(seen)
    if (seen === node) count += 1
  }
  return count
}
