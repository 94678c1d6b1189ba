import { expect, test } from 'vitest'
import type { PlanChange } from '../../../src/core/plan-change.ts'
import { decodeChange, encodeChange } from '../../../src/engine/workbook/change-codec.ts'
import { money } from '../../../src/core/money.ts'
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy.ts'
import { smallLine, smallProject } from '../../builders/small-workbook.ts'

const cell = { project: 1, line: 1, year: 2026 }
const settings = {
  title: 'Kế hoạch',
  organisation: 'Sở Tài chính',
  from: 2026,
  to: 2030,
  basis: 'NQ 23/NQ-CP',
  policy: {
    ...DEFAULT_POLICY,
    maxProgrammes: 3,
    counterpart: new Map([[1, 2_500]]),
    rules: new Map([['underfunded', { severity: 'off', by: 'A', reason: 'thử' }]]),
  } satisfies Policy,
}

const target = { rule: 'reserve-missing', subject: 'plan', id: 0, year: null } as const
const accepted = { reason: 'chờ giao', by: 'A', at: '2026-01-01T00:00:00.000Z', gauge: 10n ** 15n }

const CHANGES: readonly PlanChange[] = [
  { kind: 'settings-set', before: settings, after: { ...settings, title: 'Khác' } },
  {
    kind: 'programme-set',
    id: 3,
    before: null,
    after: { id: 3, code: 'A', name: 'B', kind: 'oda', parent: 1 },
  },
  { kind: 'line-set', id: 1, before: smallLine, after: null },
  { kind: 'project-set', id: 1, before: null, after: smallProject },
  {
    kind: 'task-set',
    id: 1,
    before: null,
    after: { id: 1, code: 'NV1', name: 'Giao thông', basis: 'NQ 23/NQ-CP' },
  },
  { kind: 'waiver-set', target, before: null, after: { ...target, ...accepted } },
  {
    kind: 'allocation-set',
    cell,
    before: null,
    after: { ...cell, amount: money(10n ** 15n), note: 'giữ', isHeld: true },
  },
]

test.each(CHANGES)('an edit of kind $kind survives the log exactly', (change) => {
  expect(decodeChange(encodeChange(change))).toEqual(change)
})

test('an edit written before a plan had policies, stages and ratios reads with their defaults', () => {
  const old = { ...settings, policy: { maxProgrammes: 4 } }
  const edit = decodeChange(JSON.stringify({ kind: 'settings-set', before: old, after: old }))
  expect(edit).toMatchObject({ after: { policy: { ...DEFAULT_POLICY, maxProgrammes: 4 } } })
})

test('text that is not an edit is refused', () => {
  const [first] = CHANGES
  const extra = encodeChange(first as PlanChange).replace('{', '{"smuggled":1,')
  expect(() => decodeChange(extra)).toThrow()
  expect(() => decodeChange('{"kind":"plan-dropped"}')).toThrow()
})
