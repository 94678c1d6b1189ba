import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failedCondition } from '../../src/core/eligibility.ts'
import { EligibleLines } from '../../src/core/eligible-lines.ts'
import type { Plan } from '../../src/core/plan.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { plans } from '../builders/arbitraries.ts'
import { buildPlan } from '../builders/plan-builder.ts'

function eligibleIn(plan: Plan) {
  const { lines, projects } = new PlanIndex(plan)
  return { eligible: new EligibleLines(lines, projects), lines, projects }
}

test('a worked example: conditions and the kind of capital are told apart', () => {
  const { plan } = buildPlan()
    .line('NST')
    .line('BG', { eligibility: { borderOnly: true } })
    .line('SN', { capitalType: 'recurrent' })
    .project('7000001', { isBorder: false })
    .project('7000002', { isBorder: true, capitalType: 'recurrent' })
  const { eligible } = eligibleIn(plan)
  const pairs = (test: (project: number, line: number) => boolean) =>
    [0, 1].map((project) => [0, 1, 2].map((line) => test(project, line)))
  expect(pairs((project, line) => eligible.meets(project, line))).toEqual([
    [true, false, true],
    [true, true, true],
  ])
  expect(pairs((project, line) => eligible.canPay(project, line))).toEqual([
    [true, false, false],
    [false, false, true],
  ])
})

test('pair by pair it says what the conditions themselves say', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { eligible, lines, projects } = eligibleIn(plan)
      projects.entries.forEach((project, p) => {
        lines.entries.forEach((line, l) => {
          const isMet = failedCondition(line, project) === null
          expect(eligible.meets(p, l)).toBe(isMet)
          expect(eligible.canPay(p, l)).toBe(isMet && line.capitalType === project.capitalType)
        })
      })
    }),
    { numRuns: 300 },
  )
})

test('lines beyond a word of bits are told apart', () => {
  const builder = buildPlan().project('7000001')
  for (let line = 0; line < 70; line += 1) {
    builder.line(`NV-${line}`, { eligibility: { groups: line % 3 === 0 ? ['C'] : ['A'] } })
  }
  const { eligible } = eligibleIn(builder.plan)
  for (let line = 0; line < 70; line += 1) expect(eligible.canPay(0, line)).toBe(line % 3 === 0)
})

test('projects that differ in nothing a line asks about share a class; sectors stay apart', () => {
  const { plan } = buildPlan()
    .line('NST')
    .line('NTM', { eligibility: { places: ['Mô Rai'] } })
    .project('7000001', { group: 'A', region: 'I', place: 'Ia Đal' })
    .project('7000002', { group: 'B', region: 'II', place: 'Ia Tơi', sector: ' GIAO thông' })
    .project('7000003', { place: 'mô rai' })
    .project('7000004', { sector: 'y tế', place: 'Ia Đal' })
  const { eligible } = eligibleIn(plan)
  expect([...eligible.classOf]).toEqual([0, 0, 1, 2])
  expect([...eligible.sectorOf]).toEqual([0, 0, 0, 1])
  expect(eligible.sectorCount).toBe(2)
})
