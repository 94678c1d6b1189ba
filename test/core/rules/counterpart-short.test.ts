import { expect, test } from 'vitest'
import { FUNDING_SOURCES } from '../../../src/core/funding-line.ts'
import { type PlanBuilder, buildPlan, buildPlanUnder } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

/** Half as much local money as central money of programme NTM, and a tenth for DTTS. */
const sample = (builder: PlanBuilder = buildPlanUnder({ counterpart: RATIOS })) =>
  builder
    .programme('NTM', { kind: 'national-target' })
    .programme('NTM-1', { kind: 'other', parent: 'NTM' })
    .programme('DTTS', { kind: 'national-target' })
    .line('TW', { programme: 'NTM-1', source: 'central' })
    .line('TW-D', { programme: 'DTTS', source: 'central' })
    .line('NST')
    .project('7000001')

const RATIOS = new Map([
  [3, 1_000],
  [1, 5_000],
])

test('local money is short up to one đồng below its ratio to the central money, rounded up', () => {
  const given = (local: number) =>
    sample().give('7000001', 'TW', 2026, 1001).give('7000001', 'NST', 2026, local)
  expect(flagsOf('counterpart-short', given(502))).toEqual([])
  expect(flagsOf('counterpart-short', given(501))).toEqual([])
  expect(fullFlagsOf('counterpart-short', given(500))).toEqual([
    {
      code: 'counterpart-short',
      severity: 'warning',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: null,
      waiver: null,
      gauge: 1n,
      detail: { programme: 'NTM', required: 501n, actual: 500n, central: 1001n },
    },
  ])
})

test('no ratio is shipped: without one nothing is short', () => {
  const builder = sample(buildPlan()).give('7000001', 'TW', 2026, 1000)
  expect(flagsOf('counterpart-short', builder)).toEqual([])
})

test('without central money of the programme nothing is due', () => {
  expect(flagsOf('counterpart-short', sample())).toEqual([])
  expect(flagsOf('counterpart-short', sample().give('7000001', 'NST', 2026, 1))).toEqual([])
})

test('each programme with a ratio has its own flag, by code', () => {
  const builder = sample().give('7000001', 'TW', 2026, 100).give('7000001', 'TW-D', 2027, 100)
  expect(flagsOf('counterpart-short', builder)).toMatchObject([
    { detail: { programme: 'DTTS', required: 10n, actual: 0n } },
    { detail: { programme: 'NTM', required: 50n, actual: 0n } },
  ])
})

test('the years of the period are taken together, years outside it are left out', () => {
  const builder = sample()
    .give('7000001', 'TW', 2026, 100)
    .give('7000001', 'TW', 2028, 100)
    .give('7000001', 'NST', 2028, 99)
  for (const year of [2025, 2029]) {
    builder.give('7000001', 'TW', year, 500).give('7000001', 'NST', year, 400)
  }
  expect(flagsOf('counterpart-short', builder)).toMatchObject([
    { detail: { required: 100n, actual: 99n, central: 200n } },
  ])
})

test('local money is that of the province, the commune, the old district, the lottery and land', () => {
  const local = FUNDING_SOURCES.filter((source) => {
    const builder = sample()
      .line('ĐƯ', { source })
      .give('7000001', 'TW', 2026, 100)
      .give('7000001', 'ĐƯ', 2026, 50)
    return flagsOf('counterpart-short', builder).length === 0
  })
  expect(local).toEqual(['provincial', 'commune', 'district-legacy', 'lottery', 'land'])
})

test('central money is that of the central budget and of government bonds, in the programme or below it', () => {
  const central = FUNDING_SOURCES.filter((source) => {
    const builder = sample()
      .line('CT', { programme: 'NTM-1', source })
      .give('7000001', 'CT', 2026, 100)
    return flagsOf('counterpart-short', builder).length === 1
  })
  expect(central).toEqual(['central', 'bond'])
})

test('a ratio of zero, or for a programme that is gone, asks nothing', () => {
  const under = (id: number, ratio: number) =>
    sample(buildPlanUnder({ counterpart: new Map([[id, ratio]]) })).give('7000001', 'TW', 2026, 100)
  expect(flagsOf('counterpart-short', under(1, 0))).toEqual([])
  expect(flagsOf('counterpart-short', under(99, 5_000))).toEqual([])
  expect(flagsOf('counterpart-short', under(1, 1))).toHaveLength(1)
})
