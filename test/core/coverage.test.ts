import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Coverage, coverTasks, unfundedTasks } from '../../src/core/coverage.ts'
import { FUNDING_SOURCES } from '../../src/core/funding-line.ts'
import type { Plan } from '../../src/core/plan.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { plans } from '../builders/arbitraries.ts'
import { type PlanBuilder, buildPlan } from '../builders/plan-builder.ts'

function coveredPlan(): PlanBuilder {
  const builder = buildPlan()
  const tasks = [
    ['GT', 'Giao thông biên giới'],
    ['GD', 'Giáo dục'],
    ['YT', 'Y tế'],
  ] as const
  tasks.forEach(([code, name], at) =>
    builder.plan.tasks.set(at + 1, { id: at + 1, code, name, basis: 'NQ 23/NQ-CP' }),
  )
  return builder
    .programme('NTM', { kind: 'national-target' })
    .programme('NTM-1', { kind: 'national-target', parent: 'NTM' })
    .programme('NSNN')
    .programme('ODA', { kind: 'oda' })
    .line('TW', { programme: 'NTM-1', source: 'central' })
    .line('TINH', { programme: 'NSNN' })
    .line('LE', { source: 'land' })
    .project('7000001', { task: 'GT', need: { 2026: 100, 2027: 7 } })
    .project('7000002', { task: ' giao thông BIÊN giới', need: { 2026: 50 } })
    .project('7000003', { task: 'GD', need: { 2027: 9 } })
    .project('7000004', { task: 'chưa rõ', need: { 2026: 4 } })
    .give('7000001', 'TW', 2026, 60)
    .give('7000001', 'TINH', 2026, 30)
    .give('7000002', 'TW', 2026, 5)
    .give('7000003', 'LE', 2027, 8)
    .give('7000004', 'TINH', 2026, 3)
}

function rowsOf({ tasks, programmes }: Coverage) {
  return tasks.map(({ task, projects, need, allocated, bySource, byProgramme }) => ({
    task: task?.code ?? null,
    projects,
    need,
    allocated,
    sources: nonZero(FUNDING_SOURCES, bySource),
    programmes: nonZero(
      programmes.map((of) => of?.code ?? ''),
      byProgramme,
    ),
  }))
}

function nonZero(names: readonly string[], sums: readonly bigint[]) {
  return names.flatMap((name, at) => (sums[at] === 0n ? [] : [`${name} ${sums[at]}`]))
}

test('each task has the sums of its projects by source and by top-level programme, projects of no task a row of their own', () => {
  const coverage = coverTasks(new PlanIndex(coveredPlan().plan), 2026)
  expect(rowsOf(coverage)).toEqual([
    {
      task: 'GT',
      projects: 2,
      need: 150n,
      allocated: 95n,
      sources: ['central 65', 'provincial 30'],
      programmes: ['NTM 65', 'NSNN 30'],
    },
    { task: 'GD', projects: 1, need: 0n, allocated: 0n, sources: [], programmes: [] },
    { task: 'YT', projects: 0, need: 0n, allocated: 0n, sources: [], programmes: [] },
    {
      task: null,
      projects: 1,
      need: 4n,
      allocated: 3n,
      sources: ['provincial 3'],
      programmes: ['NSNN 3'],
    },
  ])
  expect(unfundedTasks(coverage).map(({ code }) => code)).toEqual(['GD', 'YT'])
})

test('over the period the years add up, and lines of no programme come last', () => {
  const coverage = coverTasks(new PlanIndex(coveredPlan().plan))
  expect(coverage.programmes.map((of) => of?.code ?? null)).toEqual(['NTM', 'NSNN', null])
  expect(rowsOf(coverage)[0]).toMatchObject({ need: 157n, allocated: 95n })
  expect(rowsOf(coverage)[1]).toMatchObject({ sources: ['land 8'], programmes: [' 8'] })
  expect(unfundedTasks(coverage).map(({ code }) => code)).toEqual(['YT'])
})

test('without projects of no task there is no row for them', () => {
  const { plan } = buildPlan().project('7000001')
  expect(coverTasks(new PlanIndex(plan)).tasks).toHaveLength(1)
  plan.projects.clear()
  expect(coverTasks(new PlanIndex(plan)).tasks).toEqual([])
})

test('all rows together are the plan’s totals, whichever way they are split', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(null, 2026, 2027, 2028), (plan: Plan, year) => {
      const index = new PlanIndex(plan)
      const { tasks } = coverTasks(index, year)
      const totals = index.totals(year)
      const sum = (of: readonly bigint[]) => of.reduce((total, amount) => total + amount, 0n)
      expect(sum(tasks.map(({ need }) => need))).toBe(totals.need)
      expect(sum(tasks.map(({ allocated }) => allocated))).toBe(totals.allocated)
      expect(tasks.reduce((count, { projects }) => count + projects, 0)).toBe(plan.projects.size)
      for (const { allocated, bySource, byProgramme } of tasks) {
        expect(sum(bySource)).toBe(allocated)
        expect(sum(byProgramme)).toBe(allocated)
      }
    }),
    { numRuns: 200 },
  )
})
