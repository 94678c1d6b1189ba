import { expect, test } from 'vitest'
import type { ErrorCode } from '../../src/core/error.ts'
import { DEFAULT_POLICY } from '../../src/core/policy.ts'
import { type PolicyEntries, enterPolicy, listPolicy } from '../../src/core/policy-entry.ts'
import { buildPlan } from '../builders/plan-builder.ts'
import { refusalOf } from '../builders/refusal.ts'

const AUTHOR = { by: 'Lan', reason: 'theo nghị quyết tỉnh' }

const planOf = () =>
  buildPlan({ policy: DEFAULT_POLICY })
    .programme('NTM', { kind: 'national-target' })
    .programme('NTM-1', { parent: 'NTM' }).plan

const entered = (entries: PolicyEntries, author = AUTHOR) => enterPolicy(planOf(), entries, author)

test('settings are named and written as a person does', () => {
  expect(
    entered({
      maxProgrammes: '3',
      minShare: '1,5 tỷ',
      minSharePercent: '12,5 %',
      'allowedYears.B': '5',
      'allowedYears.A': 'none',
      'counterpart.NTM': '10',
      'rule.fragmented-share': 'off',
    }),
  ).toMatchObject({
    maxProgrammes: 3,
    minShare: 1_500_000_000n,
    minSharePart: 1_250,
    allowedYears: { national: null, A: null, B: 5, C: 3 },
    counterpart: new Map([[1, 1_000]]),
    rules: new Map([['fragmented-share', { severity: 'off', ...AUTHOR }]]),
  })
})

test('what is listed, entered again, changes nothing', () => {
  const { plan } = { plan: planOf() }
  const policy = enterPolicy(
    plan,
    {
      'counterpart.NTM': '33.33',
      'tier.ppp': '1',
      'rule.underfunded': 'error',
      coveragePercent: '95',
    },
    AUTHOR,
  )
  plan.settings = { ...plan.settings, policy }
  const again = enterPolicy(plan, listPolicy(plan), AUTHOR)
  expect({ ...again, tiers: new Set(again.tiers) }).toEqual({
    ...policy,
    tiers: new Set(policy.tiers),
  })
})

test('a tier of one’s own cites its author; put back, it cites the order it came from', () => {
  const moved = entered({ 'tier.new-start': '2' }).tiers.find(({ stage }) => stage === 'new-start')
  expect(moved).toMatchObject({ tier: 2, trust: 'D', source: 'Lan: theo nghị quyết tỉnh' })
  expect(new Set(entered({ 'tier.new-start': '4' }).tiers)).toEqual(new Set(DEFAULT_POLICY.tiers))
})

test('a rule put back to its default keeps no setting', () => {
  const { plan } = { plan: planOf() }
  const off = enterPolicy(plan, { 'rule.underfunded': 'off' }, AUTHOR)
  plan.settings = { ...plan.settings, policy: off }
  expect(
    enterPolicy(plan, { 'rule.underfunded': 'default' }, { by: '', reason: '' }).rules.size,
  ).toBe(0)
})

test.each<[PolicyEntries, ErrorCode]>([
  [{ maxPrograms: '3' }, 'policy-key-unknown'],
  [{ 'allowedYears.D': '3' }, 'policy-key-unknown'],
  [{ 'counterpart.NTM-1': '3' }, 'policy-key-unknown'],
  [{ 'rule.nothing': 'off' }, 'policy-key-unknown'],
  [{ maxProgrammes: '-1' }, 'policy-value-invalid'],
  [{ maxProgrammes: '2.5' }, 'policy-value-invalid'],
  [{ coveragePercent: '1e2' }, 'policy-value-invalid'],
  [{ 'tier.ppp': '8' }, 'policy-value-invalid'],
  [{ 'rule.underfunded': 'none' }, 'policy-value-invalid'],
  [{ minShare: '1_000' }, 'amount-invalid'],
])('%o is refused', (entries, code) => {
  expect(refusalOf(() => entered(entries))?.code).toBe(code)
})

test('a rule is not changed without a person and a reason', () => {
  for (const author of [
    { by: 'Lan', reason: ' ' },
    { by: '', reason: 'vì' },
  ]) {
    expect(refusalOf(() => entered({ 'rule.underfunded': 'off' }, author))?.code).toBe(
      'policy-reason-missing',
    )
  }
})
