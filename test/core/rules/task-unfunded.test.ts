import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf } from './flags-of.ts'

const sample = (task: string) =>
  buildPlan()
    .task('NV1', { name: 'Đường tuần tra biên giới' })
    .line('NST')
    .project('7000001', { task, fundedBefore: 500 })

test('a task is flagged until one of its projects gets one đồng', () => {
  expect(fullFlagsOf('task-unfunded', sample('NV1'))).toEqual([
    {
      code: 'task-unfunded',
      severity: 'info',
      subject: { kind: 'task', id: 1, code: 'NV1' },
      year: null,
      waiver: null,
      gauge: 1n,
      detail: { task: 'Đường tuần tra biên giới' },
    },
  ])
  expect(flagsOf('task-unfunded', sample('NV1').give('7000001', 'NST', 2026, 1))).toEqual([])
})

test('money in the first and the last year funds it, money outside the period does not', () => {
  const flagged = [2025, 2026, 2028, 2029].filter(
    (year) => flagsOf('task-unfunded', sample('NV1').give('7000001', 'NST', year, 1)).length > 0,
  )
  expect(flagged).toEqual([2025, 2029])
})

test('a project names its task by code or by name, however they are written', () => {
  const isFunded = (task: string) =>
    flagsOf('task-unfunded', sample(task).give('7000001', 'NST', 2026, 1)).length === 0
  expect(isFunded(' nv1 ')).toBe(true)
  expect(isFunded('ĐƯỜNG tuần tra biên giới'.normalize('NFD'))).toBe(true)
  expect(isFunded('NV2')).toBe(false)
  expect(isFunded('')).toBe(false)
})

test('a code goes before a name that reads the same', () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const builder = buildPlan().line('NST').project('7000001', { task: 'NV2' })
    const tasks = [
      { code: 'NV1', name: 'NV2' },
      { code: 'NV2', name: 'Trạm y tế' },
    ] as const
    for (const at of order) builder.task(tasks[at].code, tasks[at])
    builder.give('7000001', 'NST', 2026, 1)
    expect(flagsOf('task-unfunded', builder)).toMatchObject([{ subject: { code: 'NV1' } }])
  }
})

test('a project that names no task funds none, not even one without a name', () => {
  const builder = buildPlan()
    .task('NV1', { name: '' })
    .line('NST')
    .project('7000001', { task: '' })
    .give('7000001', 'NST', 2026, 1)
  expect(flagsOf('task-unfunded', builder)).toHaveLength(1)
})

test('a task without projects is unfunded, a plan without tasks has none', () => {
  const builder = buildPlan().task('NV2').task('NV1')
  expect(flagsOf('task-unfunded', builder).map(({ subject }) => subject.code)).toEqual([
    'NV1',
    'NV2',
  ])
  expect(flagsOf('task-unfunded', buildPlan())).toEqual([])
})
