import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../../src/core/policy.ts'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

/** Three target programmes with their components, and programmes that do not count. */
const programmes = (maxProgrammes = 2) =>
  buildPlan({ policy: { ...DEFAULT_POLICY, maxProgrammes } })
    .programme('NTM', { kind: 'national-target' })
    .programme('NTM-1', { kind: 'other', parent: 'NTM' })
    .programme('DTTS', { kind: 'national-target' })
    .programme('BIENGIOI', { kind: 'target' })
    .programme('NSNN', { kind: 'state-budget' })
    .programme('WB', { kind: 'oda' })
    .programme('KHAC', { kind: 'other' })
    .line('L-NTM', { programme: 'NTM' })
    .line('L-NTM-1', { programme: 'NTM-1' })
    .line('L-DTTS', { programme: 'DTTS' })
    .line('L-BIENGIOI', { programme: 'BIENGIOI' })
    .line('L-NSNN', { programme: 'NSNN' })
    .line('L-WB', { programme: 'WB' })
    .line('L-KHAC', { programme: 'KHAC' })
    .line('L-NONE')
    .project('7000001')

const paid = (lines: readonly string[], year = 2026, maxProgrammes = 2) =>
  lines.reduce((of, line) => of.give('7000001', line, year, 1), programmes(maxProgrammes))

test('a project is flagged from one programme above the policy', () => {
  expect(flagsOf('too-many-programmes', paid(['L-NTM']))).toEqual([])
  expect(flagsOf('too-many-programmes', paid(['L-NTM', 'L-DTTS']))).toEqual([])
  expect(flagsOf('too-many-programmes', paid(['L-NTM', 'L-DTTS', 'L-BIENGIOI']))).toEqual([
    {
      code: 'too-many-programmes',
      severity: 'warning',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: 2026,
      detail: { programmes: 3, limit: 2, programmeCodes: ['BIENGIOI', 'DTTS', 'NTM'] },
    },
  ])
})

test('components of one programme count once', () => {
  expect(flagsOf('too-many-programmes', paid(['L-NTM', 'L-NTM-1', 'L-DTTS']))).toEqual([])
})

test('state budget, foreign loans, other money and lines without a programme do not count', () => {
  const others = ['L-NSNN', 'L-WB', 'L-KHAC', 'L-NONE']
  expect(flagsOf('too-many-programmes', paid(['L-NTM', 'L-DTTS', ...others]))).toEqual([])
})

test('years are counted apart, the first and the last too', () => {
  for (const year of [2026, 2028]) {
    const builder = paid(['L-NTM', 'L-DTTS', 'L-BIENGIOI'], year)
    expect(yearsFlagged('too-many-programmes', builder)).toEqual([year])
  }
  const spread = paid(['L-NTM', 'L-DTTS']).give('7000001', 'L-BIENGIOI', 2027, 1)
  expect(flagsOf('too-many-programmes', spread)).toEqual([])
})

test('the policy sets the limit', () => {
  expect(flagsOf('too-many-programmes', paid(['L-NTM'], 2026, 0))).toHaveLength(1)
  expect(flagsOf('too-many-programmes', paid(['L-NTM', 'L-DTTS', 'L-BIENGIOI'], 2026, 3))).toEqual(
    [],
  )
})

test('a programme whose parents run in a circle is no programme to count', () => {
  const builder = paid(['L-NTM', 'L-DTTS', 'L-BIENGIOI'])
  const [ntm, component] = [builder.plan.programmes.get(1), builder.plan.programmes.get(2)]
  if (!ntm || !component) throw new Error('both programmes were built')
  builder.plan.programmes.set(1, { ...ntm, parent: component.id })
  expect(flagsOf('too-many-programmes', builder)).toEqual([])
})

test('it is worse with every programme more; years outside the period are not counted', () => {
  const three = ['L-NTM', 'L-DTTS', 'L-BIENGIOI']
  const gauge = (limit: number) =>
    fullFlagsOf('too-many-programmes', paid(three, 2026, limit)).map((flag) => flag.gauge)
  expect([gauge(1), gauge(2)]).toEqual([[3n], [3n]])
  expect(flagsOf('too-many-programmes', paid(three, 2025))).toEqual([])
  expect(flagsOf('too-many-programmes', paid(three, 2029))).toEqual([])
})
