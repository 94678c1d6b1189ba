import { foldName } from '../eligibility.ts'
import type { FundingLine } from '../funding-line.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { Rule } from './rule.ts'

/** Programmes combined on a project may be spent in a common commune. */
export const placeMismatch: Rule = {
  code: 'place-mismatch',
  subject: 'project',
  isYearly: true,
  reads: 'cells',
  needsMoney: true,
  severity: 'error',
  trust: 'C',
  source: 'NĐ 27/2022/NĐ-CP, Điều 10 khoản 1 điểm a',
  count: (facts, slot, offset) => Number(walkApart(facts, { slot, offset }, () => true)),
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
  const apart = new Set<number>()
  walkApart(facts, { slot, offset }, (line, other) => {
    apart.add(line).add(other)
    return false
  })
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

/** Calls back with each pair of paid lines that are apart, until told to stop; true where it was. */
function walkApart(
  { index: { cells, projects }, apart }: PlanFacts,
  row: { slot: number; offset: number },
  found: (line: number, other: number) => boolean,
): boolean {
  let node = cells.first(row.slot * projects.span.count + row.offset)
  for (; node >= 0; node = cells.next(node)) {
    const line = cells.line(node)
    if (!apart.hasApart(line)) continue
    for (let other = cells.next(node); other >= 0; other = cells.next(other)) {
      if (apart.areApart(line, cells.line(other)) && found(line, cells.line(other))) return true
    }
  }
  return false
}
