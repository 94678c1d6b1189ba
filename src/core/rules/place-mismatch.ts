import { UNCOUNTED } from '../programme-totals.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'

/** Programmes combined on a project may be spent in a common commune. */
export const placeMismatch: Rule = {
  code: 'place-mismatch',
  subject: 'project',
  isYearly: true,
  needsMoney: true,
  severity: 'error',
  trust: 'C',
  source: 'NĐ 27/2022/NĐ-CP, Điều 10 khoản 1 điểm a',
  count: (facts, slot, offset) => Number(findApart(facts, slot, offset).next().done === false),
  describe(facts, slot, offset) {
    const { lines, projects } = facts.index
    const apart = [...new Set([...findApart(facts, slot, offset)].flat())].flatMap(
      (line) => lines.entries[line] ?? [],
    )
    const places = new Set(apart.flatMap(({ eligibility }) => eligibility.places))
    const project = projects.entries[slot]?.id ?? 0
    const year = facts.yearAt(offset)
    return [
      {
        detail: { places: [...places].sort(), lines: apart.map(({ code }) => code).sort() },
        gauge: BigInt(places.size),
        cells: apart.map(({ id }) => ({ project, line: id, year })),
      },
    ]
  },
}

/** Pairs of lines, of different programmes, that are bound to communes they do not share. */
function* findApart({ index, linePlaces }: PlanFacts, slot: number, offset: number) {
  const { cells, programmes, projects } = index
  const first = cells.first(slot * projects.span.count + offset)
  for (let node = first; node >= 0; node = cells.next(node)) {
    const line = cells.line(node)
    if (!isBound(line)) continue
    for (let other = cells.next(node); other >= 0; other = cells.next(other)) {
      const second = cells.line(other)
      if (programmes.counted[second] === programmes.counted[line] || !isBound(second)) continue
      if (isDisjoint(linePlaces[line], linePlaces[second])) yield [line, second]
    }
  }

  function isBound(line: number): boolean {
    return programmes.counted[line] !== UNCOUNTED && (linePlaces[line]?.size ?? 0) > 0
  }
}

function isDisjoint(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()) {
  for (const place of a) if (b.has(place)) return false
  return true
}
