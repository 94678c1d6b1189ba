import { expect, test } from 'vitest'
import { FUNDING_SOURCES } from '../../../src/core/funding-line.ts'
import { buildPlan, buildPlanUnder } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

const reserving = (reserve: number, ceiling = 1000, builder = buildPlan()) =>
  builder.line('TW', {
    source: 'central',
    ceiling: { 2026: ceiling },
    reserve: { 2026: reserve },
  })

test('the plan is flagged up to one đồng below a tenth of its central development money', () => {
  expect(flagsOf('reserve-missing', reserving(101))).toEqual([])
  expect(flagsOf('reserve-missing', reserving(100))).toEqual([])
  expect(fullFlagsOf('reserve-missing', reserving(99))).toEqual([
    {
      code: 'reserve-missing',
      severity: 'info',
      subject: { kind: 'plan', id: 0, code: '' },
      year: null,
      waiver: null,
      gauge: 1n,
      detail: { required: 100n, actual: 99n, ceiling: 1000n },
    },
  ])
})

test('a part that is no whole đồng is rounded up', () => {
  expect(flagsOf('reserve-missing', reserving(101, 1001))).toEqual([])
  expect(flagsOf('reserve-missing', reserving(100, 1001))).toMatchObject([
    { detail: { required: 101n } },
  ])
})

test('lines and years of the period are taken together, years outside it are left out', () => {
  const builder = reserving(0).line('TW-2', {
    source: 'central',
    ceiling: { 2025: 9000, 2027: 500, 2028: 500, 2029: 9000 },
    reserve: { 2025: 900, 2028: 199, 2029: 900 },
  })
  expect(flagsOf('reserve-missing', builder)).toMatchObject([
    { detail: { required: 200n, actual: 199n, ceiling: 2000n } },
  ])
})

test('only development money of the central budget counts', () => {
  const counted = FUNDING_SOURCES.filter((source) => {
    const builder = buildPlan().line('NV', { source, ceiling: { 2026: 1000 } })
    return flagsOf('reserve-missing', builder).length > 0
  })
  expect(counted).toEqual(['central'])
  const recurrent = buildPlan().line('SN', {
    source: 'central',
    capitalType: 'recurrent',
    ceiling: { 2026: 1000 },
  })
  expect(flagsOf('reserve-missing', recurrent)).toEqual([])
})

test('a plan without central money needs no reserve', () => {
  expect(flagsOf('reserve-missing', buildPlan())).toEqual([])
})

test('the policy sets the part', () => {
  const under = (reservePart: number) => reserving(100, 1000, buildPlanUnder({ reservePart }))
  expect(flagsOf('reserve-missing', under(0))).toEqual([])
  expect(flagsOf('reserve-missing', under(1_000))).toEqual([])
  expect(flagsOf('reserve-missing', under(1_001))).toMatchObject([{ detail: { required: 101n } }])
})
