import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readProject, writeProjects } from '../../src/contract/project-table.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { plans } from '../builders/arbitraries.ts'
import { buildPlan } from '../builders/plan-builder.ts'

test('a project crosses a port and reads back', () => {
  const { plan } = buildPlan().project('7000001', {
    name: 'Cầu Ia H’Drai',
    startYear: null,
    need: { 2026: 10n ** 15n },
    ratios: new Map([[2, 10_000]]),
  })
  const table = structuredClone(writeProjects(new PlanIndex(plan).projects))
  expect(readProject(table, 0)).toEqual(plan.projects.get(1))
})

test('every project reads back as it was, but for years of zero need', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { projects } = new PlanIndex(plan)
      const table = writeProjects(projects)
      projects.entries.forEach((project, slot) => {
        const needs = new Map([...project.needs].filter(([, need]) => need > 0n))
        expect(readProject(table, slot)).toEqual({ ...project, needs })
      })
    }),
  )
})
