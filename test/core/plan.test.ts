import { describe, expect, test } from 'vitest'
import { amountAt, findLine, findProject, topProgramme } from '../../src/core/plan.ts'
import { buildPlan } from '../builders/plan-builder.ts'
import { refusalOf } from '../builders/refusal.ts'

describe('the programme at the top', () => {
  const { plan } = buildPlan()
    .programme('NTM')
    .programme('NTM-1', { parent: 'NTM' })
    .programme('NTM-1-a', { parent: 'NTM-1' })

  test('is found from any depth', () => {
    for (const id of [1, 2, 3]) expect(topProgramme(plan, id)?.code).toBe('NTM')
  })

  test('is none for no programme, an unknown one, or one whose parent is unknown', () => {
    expect(topProgramme(plan, null)).toBeNull()
    expect(topProgramme(plan, 99)).toBeNull()
    const orphan = { id: 4, code: 'X', name: 'X', kind: 'target', parent: 99 } as const
    plan.programmes.set(4, orphan)
    expect(topProgramme(plan, 4)).toBeNull()
  })

  test('is none where the tree runs in a circle, of one or of several', () => {
    const around = buildPlan()
      .programme('A')
      .programme('B', { parent: 'A' })
      .programme('C', { parent: 'B' })
    const [a, b] = [around.plan.programmes.get(1), around.plan.programmes.get(2)]
    if (!a || !b) throw new Error('both programmes were built')
    around.plan.programmes.set(1, { ...a, parent: 2 })
    for (const id of [1, 2, 3]) expect(topProgramme(around.plan, id)).toBeNull()
    around.plan.programmes.set(1, { ...a, parent: 1 })
    expect(topProgramme(around.plan, 1)).toBeNull()
  })
})

test('a cell holds what was allocated, or nothing', () => {
  const builder = buildPlan().line('NST').project('7000001').give('7000001', 'NST', 2026, 5)
  expect(amountAt(builder.plan, builder.cell('7000001', 'NST', 2026))).toBe(5n)
  expect(amountAt(builder.plan, builder.cell('7000001', 'NST', 2027))).toBe(0n)
})

test('lines and projects are found by code, a code of two projects is refused', () => {
  const { plan } = buildPlan().line('NST').project('7000001').project('DA').project('DA')
  expect(findLine(plan, 'NST').id).toBe(1)
  expect(findProject(plan, '7000001').id).toBe(1)
  const refusals = [
    refusalOf(() => findLine(plan, 'nst')),
    refusalOf(() => findProject(plan, '7000009')),
    refusalOf(() => findProject(plan, 'DA')),
  ]
  expect(refusals).toEqual([
    { code: 'line-unknown', detail: { code: 'nst' } },
    { code: 'project-unknown', detail: { code: '7000009' } },
    { code: 'project-code-ambiguous', detail: { code: 'DA' } },
  ])
})
