import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AllocationTable } from '../../../src/core/allocation-table.ts'
import { type PlanChange, invertChanges } from '../../../src/core/plan-change.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { checkPlan, countFlags, flagsOfYear } from '../../../src/core/rules/check-plan.ts'
import { CurrentFlags } from '../../../src/core/rules/current-flags.ts'
import { plans } from '../../builders/arbitraries.ts'
import { edits } from '../../builders/arbitrary-edits.ts'
import { buildPlan, copyPlan } from '../../builders/plan-builder.ts'

const flawed = () =>
  buildPlan()
    .line('NST', { ceiling: { 2027: 1 } })
    .project('700', { need: { 2026: 5, 2027: 5 } })
    .project('7000001', { endYear: null })
    .give('7000001', 'NST', 2027, 2)

test('lists the gravest first, then in catalogue order, then by code and year', () => {
  const flags = checkPlan(new PlanIndex(flawed().plan))
  expect(flags.map(({ code, subject, year }) => `${code} ${subject.code} ${year}`)).toEqual([
    'ceiling-exceeded NST 2027',
    'underfunded 700 2026',
    'underfunded 700 2027',
    'deadline-missing 7000001 null',
    'project-code-invalid 700 null',
  ])
})

test('counts by severity and keeps flags of the whole period in every year', () => {
  const flags = checkPlan(new PlanIndex(flawed().plan))
  expect(countFlags(flags)).toEqual({ error: 1, warning: 4, info: 0, waived: 0 })
  expect(flagsOfYear(flags, 2026).map(({ code }) => code)).toEqual([
    'underfunded',
    'deadline-missing',
    'project-code-invalid',
  ])
  expect(flagsOfYear(flags, null)).toEqual(flags)
})

test('a plan in order raises nothing', () => {
  const builder = buildPlan()
    .line('NST', { ceiling: { 2026: 5 } })
    .project('7000001', { need: { 2026: 5 } })
    .give('7000001', 'NST', 2026, 5)
  expect(checkPlan(new PlanIndex(builder.plan))).toEqual([])
  expect(checkPlan(new PlanIndex(buildPlan().plan))).toEqual([])
})

test('names the subjects it looked at again', () => {
  const builder = flawed()
  const index = new PlanIndex(builder.plan)
  const flags = new CurrentFlags(index)
  const before = [...builder.plan.allocations.values()][0]
  if (!before) throw new Error('an allocation was built')
  const cell = builder.cell('7000001', 'NST', 2027)
  const touched = index.apply([{ kind: 'allocation-set', cell, before, after: null }])
  expect(flags.follow(touched)).toEqual({ projects: new Set([2]), lines: new Set([1]) })
  expect(flags.of('line:1')).toEqual([])
  expect(flags.of('project:2').map(({ code }) => code)).toEqual(['deadline-missing'])
})

test('flags kept current through any edits are those of a fresh check, in the same order', () => {
  const steps = fc.array(fc.tuple(edits, fc.nat(9)), { minLength: 1, maxLength: 15 })
  fc.assert(
    fc.property(plans, steps, (plan, makers) => {
      const index = new PlanIndex(plan)
      const flags = new CurrentFlags(index)
      const done: (readonly PlanChange[])[] = []
      for (const [make, chance] of makers) {
        const last = chance < 3 ? done.pop() : undefined
        const changes = last ? invertChanges(last) : make(plan)
        if (!changes) continue
        flags.follow(index.apply(changes))
        if (!last) done.push(changes)
        const fresh = checkPlan(new PlanIndex(copyPlan(plan)))
        expect(flags.list()).toEqual(fresh)
        expect(flags.counts()).toEqual(countFlags(fresh))
      }
    }),
    { numRuns: 200 },
  )
})

test('the order of a list depends on nothing but what the plan says', () => {
  const shuffled = plans.chain((plan) =>
    fc
      .shuffledSubarray([...plan.allocations], { minLength: plan.allocations.size })
      .map((entries) => {
        const allocations = new AllocationTable()
        for (const entry of entries) allocations.set(entry)
        return { plan, again: { ...plan, allocations } }
      }),
  )
  fc.assert(
    fc.property(shuffled, ({ plan, again }) => {
      expect(checkPlan(new PlanIndex(again))).toEqual(checkPlan(new PlanIndex(plan)))
    }),
    { numRuns: 200 },
  )
})
