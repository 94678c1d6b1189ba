import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PROJECT_STAGES } from '../../../../src/core/project.ts'
import { gatherRows, groupProjects } from '../../../../src/renderer/matrix/groups/group-projects.ts'
import { buildPlan } from '../../../builders/plan-builder.ts'

const projects = [
  ...buildPlan()
    .project('A', { place: 'Mô Rai', stage: 'new-start' })
    .project('B', { place: 'Ia Đal', stage: 'transitional' })
    .project('C', { place: ' Mô Rai ', stage: 'transitional' })
    .project('D', { place: '', stage: 'new-start' })
    .plan.projects.values(),
]

test('projects of one place stand together, however its name is spaced', () => {
  expect(groupProjects(projects, 'place')).toEqual([
    { id: 'group:place:Mô Rai', key: 'Mô Rai', members: [1, 3] },
    { id: 'group:place:Ia Đal', key: 'Ia Đal', members: [2] },
    { id: 'group:place:', key: '', members: [4] },
  ])
})

test('stages come in their own order, whichever project comes first', () => {
  expect(groupProjects(projects, 'stage', PROJECT_STAGES).map(({ key }) => key)).toEqual([
    'transitional',
    'new-start',
  ])
})

test('sorted rows stay below the head of their group', () => {
  const groups = groupProjects(projects, 'place')
  const heads = groups.map(({ id }) => id)
  const sorted = [4, 3, heads[1] ?? '', 2, heads[0] ?? '', 1, heads[2] ?? '']
  expect(gatherRows<number | string>(sorted, groups, (row) => row)).toEqual([
    heads[0],
    3,
    1,
    heads[1],
    2,
    heads[2],
    4,
  ])
})

test('gathering keeps every row once and the order of the members', () => {
  const groups = groupProjects(projects, 'place')
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }), (order) => {
      const rows = [...order, ...groups.map(({ id }) => id)]
      const gathered = gatherRows<number | string>(rows, groups, (row) => row)
      expect(new Set(gathered)).toEqual(new Set(rows))
      expect(gathered).toHaveLength(rows.length)
      const members = gathered.filter((row) => row === 1 || row === 3)
      expect(members).toEqual(order.filter((row) => row === 1 || row === 3))
    }),
    { numRuns: 24 },
  )
})
