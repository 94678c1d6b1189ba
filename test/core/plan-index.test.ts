import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GROUPINGS, groupKey } from '../../src/core/group-totals.ts'
import { type Money, money } from '../../src/core/money.ts'
import type { Plan } from '../../src/core/plan.ts'
import { type PlanChange, allocationChange, invertChanges } from '../../src/core/plan-change.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { plans } from '../builders/arbitraries.ts'
import { edits } from '../builders/arbitrary-edits.ts'
import { buildPlan, copyPlan, entriesOf } from '../builders/plan-builder.ts'
import { refusalOf } from '../builders/refusal.ts'

const add = (amounts: Iterable<bigint>) => [...amounts].reduce((sum, amount) => sum + amount, 0n)

/** Every figure an index gives, counted from scratch off the plan's own entries. */
function recount(plan: Plan) {
  const { from, to } = plan.settings
  const cells = [...plan.allocations.values()]
  const figures: Record<string, unknown> = {}
  const overall = { ceiling: 0n, reserve: 0n, allocated: 0n, need: 0n, shortfall: 0n }
  for (let year = from; year <= to; year++) {
    const of = { ceiling: 0n, reserve: 0n, allocated: 0n, need: 0n, shortfall: 0n }
    for (const { id, years } of plan.lines.values()) {
      const { ceiling, reserve } = years.get(year) ?? { ceiling: 0n, reserve: 0n }
      const drawn = add(cells.filter((c) => c.line === id && c.year === year).map((c) => c.amount))
      figures[`line ${id} ${year}`] = [drawn, ceiling - reserve - drawn]
      of.ceiling += ceiling
      of.reserve += reserve
      of.allocated += drawn
    }
    for (const { id, needs } of plan.projects.values()) {
      const mine = cells.filter((c) => c.project === id && c.year === year)
      const given = add(mine.map((c) => c.amount))
      const need = needs.get(year) ?? 0n
      const shortfall = need > given ? need - given : 0n
      const paying = mine.map((c) =>
        targetProgramme(plan, plan.lines.get(c.line)?.programme ?? null),
      )
      figures[`project ${id} ${year}`] = [given, need, shortfall]
      figures[`amounts ${id} ${year}`] = sorted(mine.map((c) => [c.line, c.amount] as const))
      figures[`programmes ${id} ${year}`] = new Set(paying.filter((p) => p !== null))
      of.need += need
      of.shortfall += shortfall
    }
    figures[`totals ${year}`] = { ...of, remaining: of.ceiling - of.reserve - of.allocated }
    for (const key of Object.keys(overall) as (keyof typeof overall)[]) overall[key] += of[key]
  }
  for (const { id, code, fundedBefore } of plan.projects.values()) {
    figures[`funding ${id}`] =
      fundedBefore + add(cells.filter((c) => c.project === id).map((c) => c.amount))
    const digits = code.replaceAll('.', '')
    figures[`uses ${id}`] = [...plan.projects.values()].filter(
      (other) => other.code.replaceAll('.', '') === digits,
    ).length
  }
  for (let year = from; year <= to; year++) {
    for (const { id } of plan.programmes.values()) {
      const inside = cells.filter(
        (c) => c.year === year && isBelow(plan, plan.lines.get(c.line)?.programme ?? null, id),
      )
      figures[`programme ${id} ${year}`] = add(inside.map((c) => c.amount))
    }
    for (const by of GROUPINGS) {
      for (const key of new Set([...plan.projects.values()].map((of) => groupKey(of, by)))) {
        const members = [...plan.projects.values()].filter((of) => groupKey(of, by) === key)
        const sums = members.map((of) => figures[`project ${of.id} ${year}`] as bigint[])
        figures[`${by} ${key} ${year}`] = [0, 1, 2].map((at) => add(sums.map((of) => of[at] ?? 0n)))
      }
    }
  }
  const remaining = overall.ceiling - overall.reserve - overall.allocated
  return { ...figures, totals: { ...overall, remaining } }
}

/** The same figures as the index has them. */
function readIndex(index: PlanIndex) {
  const { plan } = index
  const figures: Record<string, unknown> = {}
  for (const year of index.years) {
    for (const id of plan.lines.keys()) {
      figures[`line ${id} ${year}`] = [
        index.allocatedToLine(id, year),
        index.remainingOfLine(id, year),
      ]
    }
    for (const id of plan.projects.keys()) {
      figures[`project ${id} ${year}`] = [
        index.allocatedToProject(id, year),
        index.needOf(id, year),
        index.shortfallOf(id, year),
      ]
      figures[`amounts ${id} ${year}`] = sorted([...index.amountsOf(id, year)])
      figures[`programmes ${id} ${year}`] = new Set(index.programmesOf(id, year))
    }
    figures[`totals ${year}`] = index.totals(year)
    for (const id of plan.programmes.keys()) {
      figures[`programme ${id} ${year}`] = index.allocatedByProgramme(id, year)
    }
    for (const by of GROUPINGS) {
      for (const project of plan.projects.values()) {
        const key = groupKey(project, by)
        const { need, allocated, shortfall } = index.sumsOfGroup(by, key, year)
        figures[`${by} ${key} ${year}`] = [allocated, need, shortfall]
      }
    }
  }
  for (const { id } of plan.projects.values()) {
    figures[`funding ${id}`] = index.fundingOf(id)
    figures[`uses ${id}`] = index.usesOfCode(index.projects.slotOf(id))
  }
  return { ...figures, totals: index.totals() }
}

function sorted(amounts: readonly (readonly [number, Money])[]) {
  return [...amounts].sort(([a], [b]) => a - b)
}

/** Whether a programme is this one or below it, following parents by hand. */
function isBelow(plan: Plan, id: number | null, above: number): boolean {
  const seen = new Set<number>()
  for (let at = id; at !== null && !seen.has(at); at = plan.programmes.get(at)?.parent ?? null) {
    if (at === above) return true
    seen.add(at)
  }
  return false
}

/** Follows parents by hand; null for state budget, foreign loans, orphans and loops. */
function targetProgramme(plan: Plan, id: number | null): number | null {
  let node = id === null ? undefined : plan.programmes.get(id)
  for (let steps = 0; node && node.parent !== null; steps++) {
    if (steps > plan.programmes.size) return null
    node = plan.programmes.get(node.parent)
  }
  return node && ['national-target', 'target'].includes(node.kind) ? node.id : null
}

const sample = () =>
  buildPlan()
    .programme('NTM', { kind: 'national-target' })
    .programme('NTM-1', { kind: 'other', parent: 'NTM' })
    .programme('NSNN')
    .line('NTM-A', { programme: 'NTM', ceiling: { 2026: 100, 2027: 50 }, reserve: { 2026: 10 } })
    .line('NTM-B', { programme: 'NTM-1', ceiling: { 2026: 40 } })
    .line('NST', { programme: 'NSNN', ceiling: { 2026: 1 } })
    .project('7000001', { need: { 2026: 70, 2027: 5 }, fundedBefore: 1000 })
    .project('7000002', { need: { 2026: 10 } })
    .give('7000001', 'NTM-A', 2026, 30)
    .give('7000001', 'NTM-B', 2026, 20)
    .give('7000001', 'NST', 2026, 3)
    .give('7000002', 'NTM-A', 2026, 61)
    .give('7000002', 'NTM-A', 2027, 8)

test('a worked example: sums by line, project, year and period', () => {
  const index = new PlanIndex(sample().plan)
  expect(index.allocatedToLine(1, 2026)).toBe(91n)
  expect(index.remainingOfLine(1, 2026)).toBe(-1n)
  expect(index.remainingOfLine(3, 2027)).toBe(0n)
  expect(index.allocatedToProject(1, 2026)).toBe(53n)
  expect(index.shortfallOf(1, 2026)).toBe(17n)
  expect(index.shortfallOf(2, 2026)).toBe(0n)
  expect(index.fundingOf(1)).toBe(1053n)
  expect(index.programmesOf(1, 2026)).toEqual([1])
  expect(index.totals(2026)).toEqual({
    ceiling: 141n,
    reserve: 10n,
    allocated: 114n,
    remaining: 17n,
    need: 80n,
    shortfall: 17n,
  })
  expect(index.totals()).toEqual({
    ceiling: 191n,
    reserve: 10n,
    allocated: 122n,
    remaining: 59n,
    need: 85n,
    shortfall: 22n,
  })
})

test('two lines of one programme count once, until neither pays', () => {
  const builder = sample()
  const { plan } = builder
  const index = new PlanIndex(plan)
  const clear = (line: string) =>
    index.apply([allocationChange(plan, builder.cell('7000001', line, 2026), money(0))])
  clear('NTM-A')
  expect(index.programmesOf(1, 2026)).toEqual([1])
  clear('NTM-B')
  expect(index.programmesOf(1, 2026)).toEqual([])
})

test('an edit names what it moved', () => {
  const builder = sample()
  const { plan } = builder
  const index = new PlanIndex(plan)
  const cell = builder.cell('7000002', 'NST', 2028)
  const give = (amount: bigint) => index.apply([allocationChange(plan, cell, money(amount))])
  expect(give(4n)).toEqual({ cells: [{ ...cell, isSwitched: true }], isStructural: false })
  expect(give(5n)).toEqual({ cells: [{ ...cell, isSwitched: false }], isStructural: false })
  expect(give(0n)).toEqual({ cells: [{ ...cell, isSwitched: true }], isStructural: false })
  const { settings } = plan
  const rename = { kind: 'settings-set', before: settings, after: settings } as const
  expect(index.apply([rename]).isStructural).toBe(true)
})

test('sums stay exact far beyond the whole numbers a double holds', () => {
  const builder = buildPlan().line('NST').project('7000000')
  const amount = 10n ** 15n - 1n
  for (let i = 1; i <= 41; i++) {
    builder.project(`700${i}`, { need: { 2028: amount } }).give(`700${i}`, 'NST', 2026, amount)
    builder.line(`NV-${i}`).give('7000000', `NV-${i}`, 2027, amount)
  }
  // Odd and above 2^53: no double is any of these.
  const sum = 40_999_999_999_999_959n
  const index = new PlanIndex(builder.plan)
  expect(index.allocatedToLine(1, 2026)).toBe(sum)
  expect(index.allocatedToProject(1, 2027)).toBe(sum)
  expect(index.fundingOf(1)).toBe(sum)
  expect(index.totals(2026).remaining).toBe(-sum)
  expect(index.totals(2028)).toMatchObject({ need: sum, shortfall: sum })
  expect(index.totals().allocated).toBe(2n * sum)
})

describe('apply', () => {
  test('carries out every edit or none', () => {
    const builder = sample()
    const { plan } = builder
    const index = new PlanIndex(plan)
    const [before, figures] = [copyPlan(plan), readIndex(index)]
    const fine = allocationChange(plan, builder.cell('7000001', 'NST', 2026), money(9))
    const stale = { ...fine, before: null } as PlanChange
    const line = {
      kind: 'line-set',
      id: 2,
      before: plan.lines.get(2) ?? null,
      after: null,
    } as const
    expect(refusalOf(() => index.apply([fine, line, stale]))?.code).toBe('change-conflict')
    expect(entriesOf(plan)).toEqual(entriesOf(before))
    expect(readIndex(index)).toEqual(figures)
  })

  test('takes several edits of one cell in one go', () => {
    const builder = sample()
    const { plan } = builder
    const index = new PlanIndex(plan)
    const first = allocationChange(plan, builder.cell('7000001', 'NST', 2026), money(9))
    if (first.kind !== 'allocation-set') throw new Error('an allocation was expected')
    index.apply([first, { ...first, before: first.after, after: null }])
    expect(readIndex(index)).toEqual(recount(plan))
  })

  test('totals equal a recount after any edits, undone and redone in between', () => {
    const steps = fc.array(fc.tuple(edits, fc.nat(9)), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(plans, steps, (plan, makers) => {
        const index = new PlanIndex(plan)
        expect(readIndex(index)).toEqual(recount(plan))
        const done: (readonly PlanChange[])[] = []
        for (const [make, chance] of makers) {
          const last = chance < 3 ? done.pop() : undefined
          if (last) index.apply(invertChanges(last))
          else {
            const changes = make(plan)
            if (!changes) continue
            index.apply(changes)
            done.push(changes)
          }
          expect(readIndex(index)).toEqual(recount(plan))
        }
      }),
      { numRuns: 150 },
    )
  })
})
