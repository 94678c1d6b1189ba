import { foldName } from '../eligibility.ts'
import type { FundingLine } from '../funding-line.ts'
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
    const apart = listApart(facts, slot, offset)
    const places = spellPlaces(apart)
    const project = facts.index.projects.ids[slot] ?? 0
    const year = facts.yearAt(offset)
    return [
      {
        detail: { places, lines: apart.map(({ code }) => code) },
        gauge: BigInt(places.length),
        cells: apart.map(({ id }) => ({ project, line: id, year })),
      },
    ]
  },
}

/** The lines that do not go with another, by code. */
function listApart(facts: PlanFacts, slot: number, offset: number): FundingLine[] {
  const apart = new Set([...findApart(facts, slot, offset)].flat())
  return [...apart]
    .flatMap((line) => facts.index.lines.entries[line] ?? [])
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The communes of lines, each once, as the first line spells it. */
function spellPlaces(lines: readonly FundingLine[]): string[] {
  const spelt = new Map<string, string>()
  for (const place of lines.flatMap(({ eligibility }) => eligibility.places)) {
    const name = foldName(place)
    if (!spelt.has(name)) spelt.set(name, place)
  }
  return [...spelt.values()].sort()
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
