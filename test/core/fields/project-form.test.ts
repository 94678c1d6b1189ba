import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enterFields } from '../../../src/core/fields/entry-form.ts'
import type { Writing } from '../../../src/core/fields/field.ts'
import { projectForm } from '../../../src/core/fields/project-form.ts'
import { UNITS } from '../../../src/core/money.ts'
import { PROJECT_GROUPS, PROJECT_STAGES, type Project } from '../../../src/core/project.ts'
import { buildPlan } from '../../builders/plan-builder.ts'
import { refusalOf } from '../../builders/refusal.ts'

const { plan } = buildPlan()
  .programme('CT1', { kind: 'national-target' })
  .programme('CT2', { kind: 'national-target' })
  .programme('CT1-A', { kind: 'national-target', parent: 'CT1' })
  .project('7000001', { need: { 2026: 500 } })
  .project('7000002')
const form = projectForm(plan)
const standing = plan.projects.get(1) as Project
const writing: Writing = { unit: 'dong', language: 'vi', plan }

const enter = (texts: Record<string, string>, how = writing) =>
  enterFields(form, standing, texts, how)
const refusedBy = (texts: Record<string, string>) =>
  enter(texts).refusals.map(({ field, error }) => [field, error.code])

test('texts are read field by field and everything else stays', () => {
  const { entry, refusals } = enter(
    {
      name: '  Đường liên xã ',
      border: 'no',
      region: 'iii',
      stage: 'completing',
      end_year: '2028',
      total_investment: '1,5 tỷ',
      decision_date: '20/10/2025',
      ratios: 'CT1=60; CT2=40',
      need_2026: '=10%*total',
      need_2027: '250',
    },
    { ...writing, unit: 'million' },
  )
  expect(refusals).toEqual([])
  expect(entry).toEqual({
    ...standing,
    name: 'Đường liên xã',
    isBorder: false,
    region: 'III',
    stage: 'completing',
    endYear: 2028,
    totalInvestment: 1_500_000_000n,
    decisionDate: '2025-10-20',
    ratios: new Map([
      [1, 6000],
      [2, 4000],
    ]),
    needs: new Map([
      [2026, 150_000_000n],
      [2027, 250_000_000n],
    ]),
  })
})

test('an empty text clears what may be empty', () => {
  const { entry } = enter({ end_year: '-', need_2026: '', ratios: '', decision_date: ' ' })
  expect(entry).toEqual({ ...standing, endYear: null, needs: new Map() })
})

test('each field refuses what it cannot take, by its own name', () => {
  expect(
    refusedBy({
      name: ' ',
      place: 'Mô\u0000Rai',
      border: 'maybe',
      group: 'D',
      start_year: '26',
      end_year: '2101',
      total_investment: '-5',
      funded_before: '1,5',
      decision_date: '31/02/2025',
      ratios: 'CT1=60; CT1=40',
      need_2026: '1_000',
    }),
  ).toEqual([
    ['name', 'field-missing'],
    ['place', 'field-text'],
    ['border', 'field-choice'],
    ['group', 'field-choice'],
    ['start_year', 'field-year'],
    ['end_year', 'field-year'],
    ['total_investment', 'amount-negative'],
    ['funded_before', 'amount-not-whole'],
    ['decision_date', 'field-date'],
    ['ratios', 'field-ratio'],
    ['need_2026', 'amount-invalid'],
  ])
  expect(refusedBy({ ratios: 'CT9=10' })).toEqual([['ratios', 'programme-unknown']])
  expect(refusedBy({ ratios: 'CT1-A=10' })).toEqual([['ratios', 'programme-below']])
})

test('two fields and two projects may not contradict each other', () => {
  expect(refusedBy({ end_year: '2025' })).toEqual([['end_year', 'years-reversed']])
  expect(refusedBy({ end_year: '2026' })).toEqual([])
  expect(refusedBy({ code: '7000002' })).toEqual([['code', 'code-taken']])
  expect(refusedBy({ code: '7000001' })).toEqual([])
})

test('a year outside the plan is no field', () => {
  expect(refusalOf(() => enter({ need_2029: '1' }))?.code).toBe('field-unknown')
})

test('what a field shows, typed back in any unit and language, changes nothing', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n })
  const projects = fc.record({
    name: fc.constantFrom('Đường', 'Trường Mô Rai'),
    isBorder: fc.boolean(),
    group: fc.constantFrom(...PROJECT_GROUPS),
    stage: fc.constantFrom(...PROJECT_STAGES),
    endYear: fc.option(fc.integer({ min: 2026, max: 2100 })),
    totalInvestment: amounts,
    decisionDate: fc.constantFrom('', '2025-10-20'),
    need: amounts,
    share: fc.integer({ min: 0, max: 10_000 }),
  })
  fc.assert(
    fc.property(
      projects,
      fc.constantFrom(...UNITS),
      fc.constantFrom('vi', 'en'),
      ({ need, share, ...facts }, unit, language) => {
        const project = {
          ...standing,
          ...facts,
          needs: need === 0n ? new Map() : new Map([[2026, need]]),
          ratios: new Map([[1, share]]),
        } as unknown as Project
        const how = { ...writing, unit, language } as Writing
        const texts = Object.fromEntries(
          form.fields.map(({ key, show }) => [key, show(project, how)]),
        )
        expect(enterFields(form, project, texts, how)).toEqual({ entry: project, refusals: [] })
      },
    ),
    { numRuns: 200 },
  )
})
