import { expect, test } from 'vitest'
import { enterFields } from '../../../src/core/fields/entry-form.ts'
import type { Writing } from '../../../src/core/fields/field.ts'
import { lineForm } from '../../../src/core/fields/line-form.ts'
import type { FundingLine } from '../../../src/core/funding-line.ts'
import { buildPlan } from '../../builders/plan-builder.ts'

const { plan } = buildPlan()
  .programme('CT1', { kind: 'national-target' })
  .line('NST', { ceiling: { 2026: 2_000 }, reserve: { 2026: 100 } })
  .line('NSX')
const form = lineForm(plan)
const standing = plan.lines.get(1) as FundingLine
const writing: Writing = { unit: 'dong', language: 'vi', plan }

const enter = (texts: Record<string, string>) => enterFields(form, standing, texts, writing)
const refusedBy = (texts: Record<string, string>) =>
  enter(texts).refusals.map(({ field, error }) => [field, error.code])

test('conditions, programme and yearly amounts are read field by field', () => {
  const { entry, refusals } = enter({
    programme: 'CT1',
    source: 'Central',
    sectors: 'giáo dục; y tế;giáo dục;',
    groups: 'C; b',
    stages: 'new-start',
    regions: 'III;none',
    border_only: 'yes',
    valid_until: '2027',
    ceiling_2027: '3000',
    reserve_2027: '=10%*ceiling',
  })
  expect(refusals).toEqual([])
  expect(entry).toEqual({
    ...standing,
    programme: 1,
    source: 'central',
    validUntil: 2027,
    eligibility: {
      sectors: ['giáo dục', 'y tế'],
      places: [],
      groups: ['B', 'C'],
      stages: ['new-start'],
      regions: ['', 'III'],
      borderOnly: true,
    },
    years: new Map([
      [2026, { ceiling: 2_000n, reserve: 100n }],
      [2027, { ceiling: 3_000n, reserve: 300n }],
    ]),
  })
})

test('what a line shows, typed back, changes nothing', () => {
  const texts = Object.fromEntries(
    form.fields.map(({ key, show }) => [key, show(standing, writing)]),
  )
  expect(texts).toMatchObject({ code: 'NST', ceiling_2026: '2.000', reserve_2026: '100' })
  expect(enter(texts)).toEqual({ entry: standing, refusals: [] })
})

test('a year without ceiling and reserve is left out', () => {
  expect(enter({ ceiling_2026: '', reserve_2026: '0' }).entry.years).toEqual(new Map())
})

test('wrong words, an unknown programme, a taken code and a reserve above its ceiling are refused by field', () => {
  expect(refusedBy({ source: '', groups: 'C; D', regions: 'IV' })).toEqual([
    ['source', 'field-choice'],
    ['groups', 'field-choice'],
    ['regions', 'field-choice'],
  ])
  expect(refusedBy({ programme: 'CT9' })).toEqual([['programme', 'programme-unknown']])
  expect(refusedBy({ code: 'NSX' })).toEqual([['code', 'code-taken']])
  expect(refusedBy({ reserve_2026: '2000' })).toEqual([])
  expect(refusedBy({ reserve_2026: '2001' })).toEqual([['reserve_2026', 'reserve-above-ceiling']])
})
