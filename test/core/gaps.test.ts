import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failedCondition } from '../../src/core/eligibility.ts'
import type { FundingLine } from '../../src/core/funding-line.ts'
import { type Gap, findGaps } from '../../src/core/gaps.ts'
import type { Plan } from '../../src/core/plan.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { plans } from '../builders/arbitraries.ts'
import { type PlanBuilder, buildPlan } from '../builders/plan-builder.ts'

const MILLION = 1_000_000

function gapsOf({ plan }: { plan: Plan }) {
  return findGaps(new PlanIndex(plan)).map(say)
}

function say({ projects, lines, ...figures }: Gap) {
  return {
    ...figures,
    projects: projects.map(({ code }) => code),
    lines: lines.map(({ code }) => code),
  }
}

/** Five schools need 12,4 tỷ; the lines for schools hold 10,1 tỷ, another line 3 tỷ more than its road needs. */
function blockedSchools(): PlanBuilder {
  const builder = buildPlan()
    .line('GD-1', { ceiling: { 2026: 6_500 * MILLION }, eligibility: { sectors: ['giáo dục'] } })
    .line('GD-2', {
      ceiling: { 2026: 4_000 * MILLION },
      reserve: { 2026: 400 * MILLION },
      eligibility: { sectors: ['giáo dục'], borderOnly: true },
    })
    .line('GT', { ceiling: { 2026: 5_000 * MILLION }, eligibility: { sectors: ['giao thông'] } })
    .project('7000009', { need: { 2026: 2_000 * MILLION } })
  const needs = [3_000, 2_400, 2_500, 2_500, 2_000]
  needs.forEach((need, at) =>
    builder.project(`700000${at + 1}`, { sector: 'giáo dục', need: { 2026: need * MILLION } }),
  )
  return builder
}

test('five schools that need 12,4 tỷ and may use only 10,1 tỷ are named with those lines and 2,3 tỷ, though 3 tỷ is free elsewhere', () => {
  expect(gapsOf(blockedSchools())).toEqual([
    {
      year: 2026,
      projects: ['7000001', '7000002', '7000003', '7000004', '7000005'],
      lines: ['GD-1', 'GD-2'],
      need: 12_400_000_000n,
      available: 10_100_000_000n,
      gap: 2_300_000_000n,
    },
  ])
})

test('one more line that may pay them clears it, and one đồng less leaves a gap of a đồng', () => {
  const more = (ceiling: number) => blockedSchools().line('XSKT', { ceiling: { 2026: ceiling } })
  expect(gapsOf(more(2_300 * MILLION))).toEqual([])
  expect(gapsOf(more(2_300 * MILLION - 1))).toMatchObject([
    { gap: 1n, lines: ['GD-1', 'GD-2', 'XSKT'] },
  ])
})

test('what is allocated now does not count: needs in full stand against ceilings in full', () => {
  const given = blockedSchools().give('7000009', 'GD-1', 2026, 2_000 * MILLION)
  expect(gapsOf(given)).toEqual(gapsOf(blockedSchools()))
})

test('groups that share no line stand apart, the largest gap first', () => {
  const builder = buildPlan()
    .line('A', { ceiling: { 2026: 10 }, eligibility: { sectors: ['y tế'] } })
    .line('B', { ceiling: { 2026: 20 }, eligibility: { sectors: ['điện'] } })
    .project('7000001', { sector: 'y tế', need: { 2026: 11 } })
    .project('7000002', { sector: 'điện', need: { 2026: 25 } })
    .project('7000003', { sector: 'nước', need: { 2026: 3 } })
  expect(gapsOf(builder)).toMatchObject([
    { projects: ['7000002'], lines: ['B'], gap: 5n },
    { projects: ['7000003'], lines: [], available: 0n, gap: 3n },
    { projects: ['7000001'], lines: ['A'], gap: 1n },
  ])
})

test('a project that could be met beside those that cannot is not named', () => {
  const builder = buildPlan()
    .line('A', { ceiling: { 2026: 10 }, eligibility: { sectors: ['y tế'] } })
    .line('CHUNG', { ceiling: { 2026: 10 } })
    .project('7000001', { sector: 'y tế', need: { 2026: 25 } })
    .project('7000002', { sector: 'điện', need: { 2026: 10 } })
    .project('7000003', { sector: 'nước', capitalType: 'recurrent', need: { 2026: 0 } })
  expect(gapsOf(builder)).toMatchObject([
    {
      projects: ['7000001', '7000002'],
      lines: ['A', 'CHUNG'],
      need: 35n,
      available: 20n,
      gap: 15n,
    },
  ])
  const apart = buildPlan()
    .line('A', { ceiling: { 2026: 10 }, eligibility: { sectors: ['y tế'] } })
    .line('CHUNG', { ceiling: { 2026: 10 }, eligibility: { sectors: ['điện', 'y tế'] } })
    .line('DIEN', { ceiling: { 2026: 10 }, eligibility: { sectors: ['điện'] } })
    .project('7000001', { sector: 'y tế', need: { 2026: 25 } })
    .project('7000002', { sector: 'điện', need: { 2026: 10 } })
  expect(gapsOf(apart)).toMatchObject([{ projects: ['7000001'], lines: ['A', 'CHUNG'], gap: 5n }])
})

test('each year stands for itself: a line past its last year, of another capital or all in reserve gives nothing', () => {
  const builder = buildPlan()
    .line('CU', { ceiling: { 2026: 5, 2027: 5 }, validUntil: 2026 })
    .line('SN', { ceiling: { 2026: 5, 2027: 5 }, capitalType: 'recurrent' })
    .line('DP', { ceiling: { 2026: 5, 2027: 5 }, reserve: { 2026: 5, 2027: 6 } })
    .project('7000001', { need: { 2026: 5, 2027: 5, 2029: 5 } })
  expect(gapsOf(builder)).toMatchObject([{ year: 2027, lines: [], need: 5n, gap: 5n }])
  expect(findGaps(new PlanIndex(builder.plan), 2026)).toEqual([])
})

test('the largest amounts are exact to the đồng', () => {
  const builder = buildPlan()
  for (let at = 1; at <= 40; at += 1) {
    builder
      .line(`N${at}`, { ceiling: { 2026: 10n ** 15n - 1n } })
      .project(`70000${at}`, { need: { 2026: 10n ** 15n } })
  }
  expect(gapsOf(builder)).toMatchObject([{ need: 40n * 10n ** 15n, gap: 40n }])
})

test('no group of projects falls short by more than the gaps say, and no smaller group by as much', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      for (const year of [2026, 2027, 2028]) {
        const { least, most } = worstGroups(plan, year)
        const gaps = findGaps(new PlanIndex(plan), year)
        const named = gaps.flatMap(({ projects }) => projects.map(({ id }) => id))
        expect(new Set(named)).toEqual(new Set(least))
        expect(gaps.reduce((sum, { gap }) => sum + gap, 0n)).toBe(most)
        for (const { projects, lines, need, available, gap } of gaps) {
          const ids = projects.map(({ id }) => id)
          expect(need - available).toBe(gap)
          expect(gap).toBeGreaterThan(0n)
          expect(shortBy(plan, ids, year)).toBe(gap)
          expect(new Set(lines)).toEqual(new Set(openTo(plan, ids, year)))
        }
      }
    }),
    { numRuns: 300 },
  )
})

/** By trying every group of projects: the most any falls short by, and those that all such groups share. */
function worstGroups(plan: Plan, year: number): { most: bigint; least: number[] } {
  const ids = [...plan.projects.keys()]
  let most = 0n
  let least: number[] = []
  for (let bits = 1; bits < 2 ** ids.length; bits += 1) {
    const group = ids.filter((_, at) => (bits >> at) & 1)
    const short = shortBy(plan, group, year)
    if (short > most) [most, least] = [short, group]
    else if (short === most) least = least.filter((id) => group.includes(id))
  }
  return { most, least: most === 0n ? [] : least }
}

function shortBy(plan: Plan, group: readonly number[], year: number): bigint {
  const need = group.reduce((sum, id) => sum + (plan.projects.get(id)?.needs.get(year) ?? 0n), 0n)
  return openTo(plan, group, year).reduce((left, line) => left - holds(line, year), need)
}

/** The lines with money that may pay any project of a group that needs some. */
function openTo(plan: Plan, group: readonly number[], year: number): FundingLine[] {
  return [...plan.lines.values()].filter(
    (line) =>
      holds(line, year) > 0n &&
      group.some((id) => {
        const project = plan.projects.get(id)
        if (!project || (project.needs.get(year) ?? 0n) === 0n) return false
        return project.capitalType === line.capitalType && failedCondition(line, project) === null
      }),
  )
}

function holds({ years, validUntil }: FundingLine, year: number): bigint {
  const { ceiling = 0n, reserve = 0n } = years.get(year) ?? {}
  return year > (validUntil ?? year) || reserve > ceiling ? 0n : ceiling - reserve
}
