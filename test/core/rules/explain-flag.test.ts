import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellKey } from '../../../src/core/allocation.ts'
import { ZERO } from '../../../src/core/money.ts'
import { allocationChange, invertChanges } from '../../../src/core/plan-change.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { checkPlan } from '../../../src/core/rules/check-plan.ts'
import { explainFlag } from '../../../src/core/rules/explain-flag.ts'
import type { RuleCode } from '../../../src/core/rules/rule-code.ts'
import { plans } from '../../builders/arbitraries.ts'
import { buildFlawedPlan } from '../../builders/flawed-plan.ts'
import { type PlanBuilder, buildPlan } from '../../builders/plan-builder.ts'

function explain({ plan }: PlanBuilder, code: RuleCode, year: number | null) {
  const index = new PlanIndex(plan)
  const flag = checkPlan(index).find((of) => of.code === code && of.year === year)
  if (!flag) throw new Error(`the plan raises no ${code} in ${year}`)
  const { cells, ...rest } = explainFlag(index, flag)
  const said = cells.map(({ project, line, year: of }) =>
    [plan.projects.get(project)?.code, plan.lines.get(line)?.code, of].join(' '),
  )
  return { ...rest, cells: said }
}

test('a project’s flag names its figures, its source and the cells with money that year, by line', () => {
  const builder = buildPlan()
    .line('B')
    .line('A')
    .project('7000001', { need: { 2026: 100 } })
    .give('7000001', 'B', 2026, 40)
    .give('7000001', 'A', 2026, 30)
    .give('7000001', 'A', 2027, 9)
  expect(explain(builder, 'underfunded', 2026)).toEqual({
    figures: [
      { name: 'need', value: 100n },
      { name: 'allocated', value: 70n },
      { name: 'shortfall', value: 30n },
      { name: 'coverage', value: '70' },
    ],
    source: 'Yêu cầu “bố trí đủ vốn”; ngưỡng 100 % là mặc định của phần mềm',
    trust: 'D',
    cells: ['7000001 A 2026', '7000001 B 2026'],
  })
})

test('a line’s flag names the projects it pays that year, a flag of the period all its years', () => {
  const builder = buildPlan()
    .line('A', { ceiling: { 2026: 10 } })
    .project('7000002', { totalInvestment: 5 })
    .project('7000001')
    .give('7000002', 'A', 2027, 1)
    .give('7000002', 'A', 2026, 6)
    .give('7000001', 'A', 2026, 6)
  expect(explain(builder, 'ceiling-exceeded', 2026).cells).toEqual([
    '7000001 A 2026',
    '7000002 A 2026',
  ])
  expect(explain(builder, 'total-investment-exceeded', null).cells).toEqual([
    '7000002 A 2026',
    '7000002 A 2027',
  ])
})

test('a flag of a single cell names that cell, one of a task or of the plan none', () => {
  const flawed = buildFlawedPlan()
  expect(explain(flawed, 'fragmented-share', 2026).cells).toHaveLength(1)
  expect(explain(flawed, 'task-unfunded', null).cells).toEqual([])
  expect(explain(flawed, 'reserve-missing', null).cells).toEqual([])
})

test('every cell named holds money, in the flag’s year, of its subject, once', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const index = new PlanIndex(plan)
      for (const flag of checkPlan(index)) {
        const { cells, figures } = explainFlag(index, flag)
        expect(figures.map(({ name }) => name)).toEqual(Object.keys(flag.detail))
        expect(new Set(cells.map((cell) => Object.values(cell).join())).size).toBe(cells.length)
        for (const cell of cells) {
          expect(plan.allocations.amountAt(cell)).toBeGreaterThan(0n)
          if (flag.code === 'behind-schedule') expect(cell.year).toBeLessThanOrEqual(flag.year ?? 0)
          else expect(flag.year ?? cell.year).toBe(cell.year)
          expect(cell[flag.subject.kind as 'project' | 'line']).toBe(flag.subject.id)
        }
      }
    }),
    { numRuns: 100 },
  )
})

const combined = () =>
  buildPlan()
    .programme('NTM', { kind: 'national-target' })
    .programme('GN', { kind: 'target' })
    .programme('NS')
    .line('NTM-1', { programme: 'NTM', source: 'central' })
    .line('GN-1', { programme: 'GN', source: 'central' })
    .line('NS-1', { programme: 'NS' })

test('too many programmes name the cells of programmes that count, not state-budget money', () => {
  const builder = combined()
    .programme('DT', { kind: 'target' })
    .line('DT-1', { programme: 'DT' })
    .project('7000001')
    .give('7000001', 'NTM-1', 2026, 1)
    .give('7000001', 'GN-1', 2026, 1)
    .give('7000001', 'DT-1', 2026, 1)
    .give('7000001', 'NS-1', 2026, 1)
    .give('7000001', 'DT-1', 2027, 1)
  expect(explain(builder, 'too-many-programmes', 2026).cells).toEqual([
    '7000001 DT-1 2026',
    '7000001 GN-1 2026',
    '7000001 NTM-1 2026',
  ])
})

test('behind schedule names the cells up to the year judged, and none after it', () => {
  const builder = buildPlan()
    .line('A')
    .project('7000001', { totalInvestment: 3000, startYear: 2026 })
    .give('7000001', 'A', 2026, 100)
    .give('7000001', 'A', 2027, 200)
    .give('7000001', 'A', 2028, 300)
  expect(explain(builder, 'behind-schedule', 2027).cells).toEqual([
    '7000001 A 2026',
    '7000001 A 2027',
  ])
})

test('a counterpart names local money and the central money of its programme', () => {
  const { plan } = combined()
    .project('7000001')
    .give('7000001', 'NTM-1', 2026, 100)
    .give('7000001', 'GN-1', 2026, 1)
    .give('7000001', 'NS-1', 2027, 10)
  const policy = { ...plan.settings.policy, counterpart: new Map([[1, 5_000]]) }
  plan.settings = { ...plan.settings, policy }
  const index = new PlanIndex(plan)
  const flag = checkPlan(index).find(({ code }) => code === 'counterpart-short')
  const cells = flag ? explainFlag(index, flag).cells : []
  expect(cells.map(({ line, year }) => [line, year])).toEqual([
    [1, 2026],
    [3, 2027],
  ])
})

test('combined programmes name their cells; a code, a deadline and a unit only what they are about', () => {
  const builder = combined()
    .project('ABC', { endYear: null, need: { 2026: 1_000_000 } })
    .give('ABC', 'NTM-1', 2026, 500)
    .give('ABC', 'GN-1', 2026, 5_000)
    .give('ABC', 'NS-1', 2026, 5_000)
  expect(explain(builder, 'contribution-ratio-undeclared', null).cells).toEqual([
    'ABC GN-1 2026',
    'ABC NTM-1 2026',
  ])
  expect(explain(builder, 'unit-suspect', null).cells).toEqual(['ABC NTM-1 2026'])
  expect(explain(builder, 'project-code-invalid', null).cells).toEqual([])
  expect(explain(builder, 'deadline-missing', null).cells).toEqual([])
})

test('what a flag of too many programmes or of a schedule does not name has no part in it', () => {
  let others = 0
  fc.assert(
    fc.property(plans, (plan) => {
      const index = new PlanIndex(plan)
      const flags = checkPlan(index).filter(
        ({ code }) => code === 'too-many-programmes' || code === 'behind-schedule',
      )
      for (const flag of flags) {
        const named = new Set(explainFlag(index, flag).cells.map(cellKey))
        const rest = [...plan.allocations].filter(
          (cell) => cell.project === flag.subject.id && !named.has(cellKey(cell)),
        )
        others += rest.length
        const changes = rest.map((cell) => allocationChange(plan, cell, ZERO))
        index.apply(changes)
        expect(checkPlan(index)).toContainEqual(flag)
        index.apply(invertChanges(changes))
      }
    }),
    { numRuns: 100 },
  )
  expect(others).toBeGreaterThan(50)
})
