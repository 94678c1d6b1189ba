import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

test('a project without an end year is flagged once for the whole period', () => {
  const builder = buildPlan()
    .project('7000001', { endYear: null })
    .project('7000002', { endYear: 2026 })
    .project('7000003', { endYear: 2040, startYear: null })
  expect(flagsOf('deadline-missing', builder)).toEqual([
    {
      code: 'deadline-missing',
      severity: 'warning',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: null,
      detail: { code: '7000001' },
    },
  ])
})

test('a missing year cannot get worse', () => {
  const builder = buildPlan().project('7000001', { endYear: null })
  expect(fullFlagsOf('deadline-missing', builder)).toMatchObject([{ gauge: 1n }])
})
