import { beforeEach, expect, test } from 'vitest'
import type { Flag } from '../../../src/core/rules/rule.ts'
import type { SubjectKind } from '../../../src/core/rules/rule-code.ts'
import { jumpToFlag } from '../../../src/renderer/panels/flag-target.ts'
import { targetOf } from '../../../src/renderer/plan/flag-dialog-store.ts'
import type { PlanColumns } from '../../../src/renderer/plan/plan-columns.ts'
import { useWindow } from '../../../src/renderer/plan/window-store.ts'

const COLUMNS = {
  lineByCode: (code: string) => (code === 'TINH' ? { id: 9 } : undefined),
} as unknown as PlanColumns

function flagOf(kind: SubjectKind, detail: Flag['detail'] = {}): Flag {
  return {
    code: 'underfunded',
    severity: 'warning',
    subject: { kind, id: 7, code: '7000001' },
    year: 2027,
    waiver: null,
    gauge: 1n,
    detail,
  }
}

beforeEach(() => useWindow.setState({ screen: 'flags', jump: null, year: 2026 }))

test('a flag of a project leads to its row, at the line it names', () => {
  jumpToFlag(flagOf('project', { line: 'TINH' }), COLUMNS)
  expect(useWindow.getState()).toMatchObject({
    screen: 'matrix',
    year: 2027,
    jump: { project: 7, line: 9 },
  })
})

test('a flag of a line leads to its totals', () => {
  jumpToFlag(flagOf('line'), COLUMNS)
  expect(useWindow.getState().jump).toMatchObject({ project: null, line: 7 })
})

test('flags of a task and of the plan lead to the screens that show their figures', () => {
  jumpToFlag(flagOf('task'), COLUMNS)
  expect(useWindow.getState()).toMatchObject({ screen: 'tasks', jump: null })
  jumpToFlag(flagOf('plan'), COLUMNS)
  expect(useWindow.getState()).toMatchObject({ screen: 'lines', jump: null })
})

test('methods name a flag by its subject, rule and year', () => {
  expect(targetOf(flagOf('line'))).toEqual({ subject: 'line:7', code: 'underfunded', year: 2027 })
})
