import { expect, test } from 'vitest'
import { LivingFacts } from '../../builders/living-facts.ts'
import { buildPlan } from '../../builders/plan-builder.ts'

const sample = () =>
  new LivingFacts(
    buildPlan()
      .task('NV1')
      .task('NV2')
      .line('NST')
      .project('7000001', { task: 'NV1' })
      .project('7000002', { task: ' nhiệm vụ nv1' })
      .project('7000003', { task: 'NV9' }),
  )

test('knows the task of each project, by code or name', () => {
  expect([...sample().facts.tasks.taskOf]).toEqual([0, 0, -1])
})

test('a task is funded while any of its projects has money', () => {
  const living = sample()
  const { tasks } = living.facts
  const unfunded = () => [tasks.isUnfunded(0), tasks.isUnfunded(1)]
  expect(unfunded()).toEqual([true, true])
  living.give('7000001', 'NST', 2026, 1)
  living.give('7000002', 'NST', 2028, 1)
  expect(unfunded()).toEqual([false, true])
  living.give('7000001', 'NST', 2026, 0)
  expect(unfunded()).toEqual([false, true])
  living.give('7000002', 'NST', 2028, 0)
  expect(unfunded()).toEqual([true, true])
  living.give('7000003', 'NST', 2026, 1)
  expect(unfunded()).toEqual([true, true])
})
