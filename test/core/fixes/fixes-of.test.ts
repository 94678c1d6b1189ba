import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayPay } from '../../../src/core/eligibility.ts'
import { projectFields } from '../../../src/core/fields/project-form.ts'
import {
  type AmountFix,
  FIELD_KEYS,
  type Fix,
  fixAmount,
  fixChanges,
} from '../../../src/core/fixes/fix.ts'
import { fixesOf } from '../../../src/core/fixes/fixes-of.ts'
import { money } from '../../../src/core/money.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { invertChanges } from '../../../src/core/plan-change.ts'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { checkPlan } from '../../../src/core/rules/check-plan.ts'
import type { Flag } from '../../../src/core/rules/rule.ts'
import { plans } from '../../builders/arbitraries.ts'
import { buildFlawedPlan } from '../../builders/flawed-plan.ts'
import { buildPlan, entriesOf } from '../../builders/plan-builder.ts'

const keysOf = (index: PlanIndex, code: string) =>
  checkPlan(index)
    .filter((flag) => flag.code === code)
    .map((flag) => fixesOf(index, flag).map(({ key }) => key))

test('names what is possible for each flag', () => {
  const builder = buildPlan({
    policy: { ...buildPlan().plan.settings.policy, minSharePart: 2_000 },
  })
    .programme('NTM', { kind: 'national-target' })
    .programme('DTTS', { kind: 'national-target' })
    .line('A', { programme: 'NTM', ceiling: { 2026: 100 } })
    .line('B', { programme: 'DTTS', ceiling: { 2026: 5 } })
    .project('7000001', { need: { 2026: 100 }, endYear: null, stage: 'new-start' })
    .project('7000002', { stage: 'new-start', decision: '1/QĐ' })
    .give('7000001', 'A', 2026, 60)
    .give('7000001', 'B', 2026, 6)
    .give('7000002', 'B', 2026, 1)
  const index = new PlanIndex(builder.plan)
  expect(keysOf(index, 'underfunded')).toEqual([['fund-shortfall']])
  expect(keysOf(index, 'ceiling-exceeded')).toEqual([['reduce-to-ceiling']])
  expect(keysOf(index, 'fragmented-share')).toEqual([['merge-fragment:2']])
  expect(keysOf(index, 'deadline-missing')).toEqual([['set-field:endYear']])
  expect(keysOf(index, 'contribution-ratio-undeclared')).toEqual([['set-field:ratios']])
  expect(keysOf(index, 'decision-missing')).toEqual([
    ['set-field:decision', 'set-field:decisionDate'],
    ['set-field:decisionDate'],
  ])
})

test('a field only a person can fill in is asked for, by a key the form of a project has', () => {
  const { plan } = buildFlawedPlan()
  const index = new PlanIndex(plan)
  for (const [code, key] of [
    ['project-code-invalid', 'set-field:code'],
    ['project-code-duplicate', 'set-field:code'],
    ['allocation-overdue', 'set-field:exception'],
  ] as const) {
    expect(new Set(keysOf(index, code).flat())).toEqual(new Set([key]))
  }
  const known = projectFields(plan.settings).map(({ key }) => key)
  expect(known).toEqual(expect.arrayContaining(Object.values(FIELD_KEYS)))
})

test('what only a person can judge has no fix', () => {
  const index = new PlanIndex(buildFlawedPlan().plan)
  for (const code of ['ineligible', 'line-expired', 'unit-suspect', 'behind-schedule']) {
    expect(keysOf(index, code).length).toBeGreaterThan(0)
    expect(keysOf(index, code).flat()).toEqual([])
  }
})

test('the amount of a fix is what it adds, or what it takes where it adds nothing', () => {
  const move = (before: number, after: number) => ({
    cell: { project: 1, line: 1, year: 2026 },
    before: money(before),
    after: money(after),
  })
  const fix = { kind: 'merge-fragment', key: '', left: money(0) } as const
  expect(fixAmount({ ...fix, moves: [move(5, 0), move(7, 12)] })).toBe(5n)
  expect(fixAmount({ ...fix, moves: [move(5, 0), move(7, 6)] })).toBe(6n)
})

test('a fix keeps held cells, ceilings, needs and eligibility, does what it says, and undoes to what stood', () => {
  let carriedOut = 0
  fc.assert(
    fc.property(plans, (plan) => {
      const flags = checkPlan(new PlanIndex(plan))
      for (const flag of flags) {
        for (const fix of amountFixes(new PlanIndex(plan), flag)) {
          carriedOut += 1
          tryOut(plan, flag, fix)
        }
      }
    }),
    { numRuns: 300 },
  )
  expect(carriedOut).toBeGreaterThan(300)
})

function amountFixes(index: PlanIndex, flag: Flag): AmountFix[] {
  return fixesOf(index, flag).filter((fix: Fix) => fix.kind !== 'set-field')
}

function tryOut(plan: Plan, flag: Flag, fix: AmountFix): void {
  const index = new PlanIndex(plan)
  const before = entriesOf(plan)
  const wasGiven = new Map(
    fix.moves.map(({ cell }) => [cell.project, index.allocatedToProject(cell.project, cell.year)]),
  )
  const changes = fixChanges(plan, fix)
  index.apply(changes)
  for (const { cell, before: stood, after } of fix.moves) {
    const [project, line] = [plan.projects.get(cell.project), plan.lines.get(cell.line)]
    if (!project || !line) throw new Error('a fix named no entry of the plan')
    expect(
      before.allocations.get(`${cell.project}:${cell.line}:${cell.year}`)?.isHeld ?? false,
    ).toBe(false)
    expect(plan.allocations.amountAt(cell)).toBe(after)
    if (after <= stood) continue
    expect(mayPay(line, project, cell.year)).toBe(true)
    expect(index.remainingOfLine(line.id, cell.year)).toBeGreaterThanOrEqual(0n)
    const given = index.allocatedToProject(project.id, cell.year)
    const isMoved = given === wasGiven.get(project.id)
    expect(isMoved || given <= index.needOf(project.id, cell.year)).toBe(true)
  }
  expect(leftOf(index, flag)).toBe(fix.kind === 'merge-fragment' ? 0n : fix.left)
  const fresh = new PlanIndex(plan)
  expect(index.totals()).toEqual(fresh.totals())
  index.apply(invertChanges(changes))
  expect(entriesOf(plan)).toEqual(before)
}

/** What a flag's shortfall or excess has become. */
function leftOf(index: PlanIndex, { code, subject, year }: Flag): bigint {
  if (year === null) throw new Error('amounts are mended year by year')
  if (code === 'underfunded') return index.shortfallOf(subject.id, year)
  if (code !== 'ceiling-exceeded') return 0n
  const remaining = index.remainingOfLine(subject.id, year)
  return remaining < 0n ? -remaining : 0n
}
