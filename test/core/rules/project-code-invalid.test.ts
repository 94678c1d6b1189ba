import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

const flagged = (code: string) => flagsOf('project-code-invalid', buildPlan().project(code))

test('a code is 7 digits from 7000000 to 8999999', () => {
  expect(flagged('7000000')).toEqual([])
  expect(flagged('8999999')).toEqual([])
  expect(flagged('6999999')).toEqual([
    {
      code: 'project-code-invalid',
      severity: 'warning',
      subject: { kind: 'project', id: 1, code: '6999999' },
      year: null,
      detail: { code: '6999999' },
    },
  ])
  expect(flagged('9000000')).toHaveLength(1)
})

test.each([
  '',
  '700000',
  '70000000',
  '7.654.321',
  ' 7654321',
  '7654321\n',
  'DRAFT-1',
  '７６５４３２１',
])('%j is not one', (code) => {
  expect(flagged(code)).toHaveLength(1)
})

test('an invalid code cannot get worse', () => {
  expect(fullFlagsOf('project-code-invalid', buildPlan().project('765'))).toMatchObject([
    { gauge: 1n },
  ])
})
