import fc from 'fast-check'
import { expect, test } from 'vitest'
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
      { name: 'coverage', value: '70.0' },
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
          expect(flag.year ?? cell.year).toBe(cell.year)
          expect(cell[flag.subject.kind as 'project' | 'line']).toBe(flag.subject.id)
        }
      }
    }),
    { numRuns: 100 },
  )
})
