import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

const sample = (ratios: ReadonlyMap<number, number> = new Map()) =>
  buildPlan()
    .programme('NTM', { kind: 'national-target' })
    .programme('NTM-1', { kind: 'other', parent: 'NTM' })
    .programme('DTTS', { kind: 'target' })
    .programme('NSNN', { kind: 'state-budget' })
    .line('L-NTM', { programme: 'NTM' })
    .line('L-NTM-1', { programme: 'NTM-1' })
    .line('L-DTTS', { programme: 'DTTS' })
    .line('L-NSNN', { programme: 'NSNN' })
    .line('L-NONE')
    .project('7000001', { ratios })

const paid = (lines: readonly string[], ratios?: ReadonlyMap<number, number>, year = 2026) =>
  lines.reduce((of, line) => of.give('7000001', line, year, 1), sample(ratios))

const COMBINED = ['L-NTM', 'L-DTTS']

test('programmes that are combined declare what each contributes, in all exactly 100 %', () => {
  const declared = (...parts: readonly number[]) =>
    paid(COMBINED, new Map(parts.map((part, i) => [i === 0 ? 1 : 3, part])))
  expect(flagsOf('contribution-ratio-undeclared', declared(4_000, 6_000))).toEqual([])
  expect(fullFlagsOf('contribution-ratio-undeclared', declared(4_000, 5_999))).toEqual([
    {
      code: 'contribution-ratio-undeclared',
      severity: 'info',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: null,
      waiver: null,
      gauge: 1n,
      detail: { declared: '99.99' },
    },
  ])
  expect(fullFlagsOf('contribution-ratio-undeclared', declared(4_000, 6_001))).toMatchObject([
    { gauge: 1n, detail: { declared: '100.01' } },
  ])
})

test('nothing declared is as far from 100 % as can be', () => {
  expect(fullFlagsOf('contribution-ratio-undeclared', paid(COMBINED))).toMatchObject([
    { gauge: 10_000n, detail: { declared: '0' } },
  ])
})

test('one programme with its components, the state budget and other money need no declaration', () => {
  const lines = ['L-NTM', 'L-NTM-1', 'L-NSNN', 'L-NONE']
  expect(flagsOf('contribution-ratio-undeclared', paid(lines))).toEqual([])
  expect(flagsOf('contribution-ratio-undeclared', sample())).toEqual([])
})

test('programmes are combined over the whole period, in no year outside it', () => {
  const apart = (first: number, last: number) =>
    sample().give('7000001', 'L-NTM', first, 1).give('7000001', 'L-DTTS', last, 1)
  expect(flagsOf('contribution-ratio-undeclared', apart(2026, 2028))).toHaveLength(1)
  expect(flagsOf('contribution-ratio-undeclared', apart(2025, 2028))).toEqual([])
  expect(flagsOf('contribution-ratio-undeclared', apart(2026, 2029))).toEqual([])
})
