import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Plan } from '../../../src/core/plan.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { RULES } from '../../../src/core/rules/catalogue.ts'
import { checkPlan } from '../../../src/core/rules/check-plan.ts'
import { PlanFacts } from '../../../src/core/rules/plan-facts.ts'
import type { Rule } from '../../../src/core/rules/rule.ts'
import { plans } from '../../builders/arbitraries.ts'

/** Every slot and offset a rule is asked at. */
function* placesOf(rule: Rule, facts: PlanFacts) {
  const { cells, lines, projects } = facts.index
  const counts = {
    line: lines.count,
    project: projects.count,
    task: facts.tasks.ids.length,
    plan: 1,
  }
  for (let slot = 0; slot < counts[rule.subject]; slot += 1) {
    for (const offset of rule.isYearly ? facts.offsets : [0]) {
      const isEmpty = cells.first(slot * projects.span.count + offset) < 0
      if (!(rule.needsMoney && isEmpty)) yield { slot, offset }
    }
  }
}

/** What each rule counts and what it describes where it counts anything. */
function judge(plan: Plan) {
  const facts = new PlanFacts(new PlanIndex(plan))
  return RULES.flatMap((rule) =>
    [...placesOf(rule, facts)].flatMap(({ slot, offset }) => {
      const count = rule.count(facts, slot, offset)
      return count === 0
        ? []
        : [
            {
              rule,
              count,
              findings: rule.describe(facts, slot, offset),
              year: facts.yearAt(offset),
            },
          ]
    }),
  )
}

test('random plans raise every rule, so that what follows says something of each', () => {
  const raised = new Set(
    fc
      .sample(plans, { numRuns: 500, seed: 2026 })
      .flatMap((plan) => checkPlan(new PlanIndex(plan)).map(({ code }) => code)),
  )
  expect(RULES.map(({ code }) => code).filter((code) => !raised.has(code))).toEqual([])
})

test('every rule describes exactly as many breaches as it counts', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      for (const { rule, count, findings } of judge(plan)) {
        expect([rule.code, findings.length]).toEqual([rule.code, count])
      }
    }),
    { numRuns: 300 },
  )
})

test('every breach is worse than none and its cells hold money in its year', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      for (const { rule, findings, year } of judge(plan)) {
        for (const { gauge, cells = [] } of findings) {
          expect([rule.code, gauge > 0n]).toEqual([rule.code, true])
          for (const cell of cells) {
            expect(cell.year).toBe(year)
            expect(plan.allocations.amountAt(cell) > 0n).toBe(true)
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('asking a rule changes nothing: it says the same again', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const facts = new PlanFacts(new PlanIndex(plan))
      for (const rule of RULES) {
        for (const { slot, offset } of placesOf(rule, facts)) {
          const count = rule.count(facts, slot, offset)
          if (count > 0) rule.describe(facts, slot, offset)
          expect(rule.count(facts, slot, offset)).toBe(count)
        }
      }
    }),
    { numRuns: 50 },
  )
})
