import { expect, test } from 'vitest'
import { money } from '../../src/core/money.ts'
import type { Plan } from '../../src/core/plan.ts'
import { allocationChange, applyChange } from '../../src/core/plan-change.ts'
import { comparePlans } from '../../src/engine/compare-plans.ts'
import { enterAllocation } from '../../src/engine/enter-allocation.ts'
import { planAsChanges } from '../../src/engine/plan-as-changes.ts'
import { createPlan } from '../../src/core/plan.ts'
import { openSmallWorkbook, smallProject } from '../builders/small-workbook.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'

useTemporaryFolder()

function copyOf(plan: Plan): Plan {
  const copy = createPlan(plan.settings)
  for (const change of planAsChanges(plan)) applyChange(copy, change)
  return copy
}

function smallPlan(): Plan {
  const session = openSmallWorkbook()
  enterAllocation(session, { project: 1, line: 1, year: 2026 }, '1000', 'dong')
  const plan = copyOf(session.plan)
  session.file.discard()
  return plan
}

test('tells an amount changed, with both values as exact đồng', () => {
  const [theirs, mine] = [smallPlan(), smallPlan()]
  const cell = { project: 1, line: 1, year: 2026 }
  applyChange(mine, allocationChange(mine, cell, money(999_999_999_999_999)))
  expect(comparePlans(theirs, mine)).toEqual({
    added: 0,
    changed: 1,
    removed: 0,
    entries: [
      {
        id: 'allocation:7654321:NST:2026',
        action: 'changed',
        fields: [{ field: 'amount', before: '1000', after: '999999999999999' }],
      },
    ],
  })
})

test('tells apart what each side added under the same id, with the money of each', () => {
  const [theirs, mine] = [smallPlan(), smallPlan()]
  const add = (plan: Plan, code: string) => {
    const after = { ...smallProject, id: 2, code, name: `Dự án ${code}` }
    applyChange(plan, { kind: 'project-set', id: 2, before: null, after })
    const cell = { project: 2, line: 1, year: 2026 }
    applyChange(plan, allocationChange(plan, cell, money(5)))
  }
  add(theirs, '7000001')
  add(mine, '7000002')
  const { entries, ...counts } = comparePlans(theirs, mine)
  expect(counts).toEqual({ added: 2, changed: 0, removed: 2 })
  expect(entries.map(({ id, action }) => `${action} ${id}`).sort()).toEqual([
    'added allocation:7000002:NST:2026',
    'added project:7000002',
    'removed allocation:7000001:NST:2026',
    'removed project:7000001',
  ])
})

test('a code that was corrected is one change, not one project less and one more', () => {
  const [theirs, mine] = [smallPlan(), smallPlan()]
  const after = { ...smallProject, code: '7654399' }
  applyChange(mine, { kind: 'project-set', id: 1, before: smallProject, after })
  expect(comparePlans(theirs, mine).entries).toEqual([
    {
      id: 'project:7654399',
      action: 'changed',
      fields: [{ field: 'code', before: '7654321', after: '7654399' }],
    },
  ])
})

test('settings, policy, holds and waivers are compared, too', () => {
  const [theirs, mine] = [smallPlan(), smallPlan()]
  mine.settings = {
    ...mine.settings,
    title: 'Tên mới',
    policy: { ...mine.settings.policy, maxProgrammes: 3 },
  }
  mine.holds.set('row:1::2026', { kind: 'row', project: 1, line: null, year: 2026 })
  mine.waivers.set('underfunded:project:1:2026', {
    rule: 'underfunded',
    subject: 'project',
    id: 1,
    year: 2026,
    reason: 'chờ vốn',
    by: 'An',
    at: '2026-01-01T00:00:00.000Z',
    gauge: 5n,
  })
  const entries = comparePlans(theirs, mine).entries
  expect(entries.map(({ id, action }) => `${action} ${id}`)).toEqual([
    'changed settings',
    'added hold:row:7654321:2026',
    'added waiver:underfunded:7654321:2026',
  ])
  expect(entries[0]?.fields).toEqual([
    { field: 'title', before: 'Kế hoạch thử', after: 'Tên mới' },
    { field: 'policy.maxProgrammes', before: '2', after: '3' },
  ])
})

test('a plan laid over itself under other ids differs in nothing', () => {
  const plan = smallPlan()
  const moved = createPlan(plan.settings)
  for (const change of planAsChanges(plan)) {
    if (change.kind === 'project-set') {
      applyChange(moved, { ...change, id: 70, after: { ...smallProject, id: 70 } })
    } else if (change.kind === 'allocation-set' && change.after) {
      const cell = { ...change.cell, project: 70 }
      applyChange(moved, { ...change, cell, after: { ...change.after, project: 70 } })
    } else applyChange(moved, change)
  }
  expect(comparePlans(moved, plan).entries).toEqual([])
  expect(comparePlans(plan, moved).entries).toEqual([])
})
