import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

test('every project that shares its digits with another is flagged', () => {
  const builder = buildPlan().project('7654321').project('7.654.321').project('7654322')
  expect(flagsOf('project-code-duplicate', builder)).toEqual([
    {
      code: 'project-code-duplicate',
      severity: 'error',
      subject: { kind: 'project', id: 2, code: '7.654.321' },
      year: null,
      detail: { code: '7.654.321', uses: 2 },
    },
    expect.objectContaining({ subject: { kind: 'project', id: 1, code: '7654321' } }),
  ])
})

test('draft codes differ by their number', () => {
  const builder = buildPlan().project('DRAFT-1').project('DRAFT-2').project('DRAFT-11')
  expect(flagsOf('project-code-duplicate', builder)).toEqual([])
})

test('it is worse with every project more that uses the code', () => {
  const builder = buildPlan().project('7654321').project('7.654.321').project('76.54321')
  expect(fullFlagsOf('project-code-duplicate', builder).map(({ gauge }) => gauge)).toEqual([
    3n,
    3n,
    3n,
  ])
})
