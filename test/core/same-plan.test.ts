import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHash } from 'node:crypto'
import { contentHash } from '../../src/core/content-hash.ts'
import { money } from '../../src/core/money.ts'
import type { Plan } from '../../src/core/plan.ts'
import { saysTheSame } from '../../src/core/same-plan.ts'
import { plans } from '../builders/arbitraries.ts'
import { buildPlan, copyPlan } from '../builders/plan-builder.ts'

const sample = () =>
  buildPlan()
    .programme('NTM')
    .line('L1', { programme: 'NTM', ceiling: { 2026: 100 }, eligibility: { places: ['Mô Rai'] } })
    .project('7000001', { need: { 2026: 5, 2027: 6 }, totalInvestment: 100 })
    .project('7000002')
    .give('7000001', 'L1', 2026, 3)
    .give('7000002', 'L1', 2027, 4).plan

const cell = { project: 1, line: 1, year: 2026 }

const EDITS: Readonly<Record<string, (plan: Plan) => unknown>> = {
  'a title': (plan) => (plan.settings = { ...plan.settings, title: 'khác' }),
  'a threshold': (plan) =>
    (plan.settings = {
      ...plan.settings,
      policy: { ...plan.settings.policy, minShare: money(17) },
    }),
  'a need': (plan) => changeProject(plan, { needs: new Map([[2026, money(5)]]) }),
  'the name of a project': (plan) => changeProject(plan, { name: 'khác' }),
  'a project less': (plan) => plan.projects.delete(2),
  'a project more': (plan) => plan.projects.set(3, { ...projectOf(plan), id: 3 }),
  'an amount': (plan) => give(plan, { amount: money(4) }),
  'a note': (plan) => give(plan, { note: 'khác' }),
  'a held cell': (plan) => give(plan, { isHeld: true }),
  'an allocation less': (plan) => plan.allocations.delete(cell),
  'an allocation elsewhere': (plan) => {
    plan.allocations.delete(cell)
    give(plan, { year: 2028 })
  },
  'a place of a line': (plan) => {
    const line = plan.lines.get(1)
    if (!line) throw new Error('a line was built')
    plan.lines.set(1, { ...line, eligibility: { ...line.eligibility, places: ['Ia Đal'] } })
  },
  'a task more': (plan) => plan.tasks.set(1, { id: 1, code: 'NV1', name: 'A', basis: '' }),
}

test.each(Object.entries(EDITS))('%s tells two plans apart', (_name, edit) => {
  const plan = sample()
  expect(saysTheSame(copyPlan(plan), plan)).toBe(true)
  const other = copyPlan(plan)
  edit(other)
  expect(saysTheSame(other, plan)).toBe(false)
  expect(saysTheSame(plan, other)).toBe(false)
})

test('the order cells were entered in tells nothing apart', () => {
  const plan = sample()
  const other = copyPlan(plan)
  other.allocations.delete(cell)
  give(other, {})
  expect(saysTheSame(other, plan)).toBe(true)
})

test('half a character is the same as the mark a file keeps in its place', () => {
  const plan = sample()
  const read = copyPlan(plan)
  changeProject(plan, { name: 'A\ud83d' })
  changeProject(read, { name: 'A\ufffd' })
  expect(saysTheSame(read, plan)).toBe(true)
})

test('plans that say the same have the same content hash, and a copy always says the same', () => {
  fc.assert(
    fc.property(plans, plans, (plan, other) => {
      expect(saysTheSame(copyPlan(plan), plan)).toBe(true)
      if (saysTheSame(other, plan)) expect(hashOf(other)).toBe(hashOf(plan))
      else expect(saysTheSame(plan, other)).toBe(false)
    }),
    { numRuns: 100 },
  )
})

function hashOf(plan: Plan): string {
  const hash = createHash('sha256')
  return contentHash(plan, {
    update: (text) => void hash.update(text, 'utf8'),
    digest: () => hash.digest('hex'),
  })
}

function projectOf(plan: Plan) {
  const project = plan.projects.get(1)
  if (!project) throw new Error('a project was built')
  return project
}

function changeProject(plan: Plan, change: object): void {
  plan.projects.set(1, { ...projectOf(plan), ...change })
}

function give(plan: Plan, change: object): void {
  plan.allocations.set({ ...cell, amount: money(3), note: '', isHeld: false, ...change })
}
