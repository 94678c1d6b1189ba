import { expect, test } from 'vitest'
import { describeHistory } from '../../src/contract/history-wording.ts'
import type { Methods } from '../../src/contract/methods.ts'
import { dispatch } from '../../src/engine/dispatch.ts'
import { editEntry } from '../../src/engine/edit-entry.ts'
import { enterAllocation } from '../../src/engine/enter-allocation.ts'
import { fillField, findFixes, mendFlag } from '../../src/engine/mend-flag.ts'
import { Workbench } from '../../src/engine/workbench.ts'
import { refusalOf } from '../builders/refusal.ts'
import { openSmallWorkbook } from '../builders/small-workbook.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'

useTemporaryFolder()

const UNDERFUNDED = { subject: 'project:1', code: 'underfunded', year: 2026 } as const
const CELL = { project: 1, line: 1, year: 2026 }

test('a fix is shown first, carried out as shown, one act in the history, one undo', () => {
  const session = openSmallWorkbook()
  const before = session.contentHash()
  const [fix] = findFixes(session, UNDERFUNDED)
  expect(fix).toMatchObject({
    kind: 'fund-shortfall',
    moves: [{ cell: CELL, before: 0n, after: 1_500_000_000n }],
    left: 0n,
  })
  expect(session.contentHash()).toBe(before)
  const shown = { key: 'fund-shortfall', revision: session.revision }
  const revision = mendFlag(session, UNDERFUNDED, shown)
  expect(revision).toBe(shown.revision + 1)
  expect(session.plan.allocations.amountAt(CELL)).toBe(1_500_000_000n)
  expect(findFixes(session, UNDERFUNDED)).toEqual([])
  const [entry] = session.log.entries({ limit: 1 })
  expect(entry?.kind).toBe('fix')
  expect(entry && describeHistory(entry.summary, 'en')).toBe(
    'Mended “Underfunded” of 7654321 in 2026: Fund from the lines with money left, 1,500,000,000 đồng',
  )
  session.undo()
  expect(session.contentHash()).toBe(before)
  session.redo()
  expect(session.plan.allocations.amountAt(CELL)).toBe(1_500_000_000n)
  session.file.discard()
})

test('a fix of a plan that has moved on, of another flag or of no flag is refused and changes nothing', () => {
  const session = openSmallWorkbook()
  const shown = { key: 'fund-shortfall', revision: session.revision }
  enterAllocation(session, CELL, '1 tỷ', 'dong')
  const before = session.contentHash()
  const current = { ...shown, revision: session.revision }
  const refused = [
    refusalOf(() => mendFlag(session, UNDERFUNDED, shown)),
    refusalOf(() => mendFlag(session, UNDERFUNDED, { ...current, key: 'reduce-to-ceiling' })),
    refusalOf(() => mendFlag(session, { ...UNDERFUNDED, year: 2027 }, current)),
    refusalOf(() => mendFlag(session, { ...UNDERFUNDED, subject: 'project:9' }, current)),
  ]
  expect(refused.map((refusal) => refusal?.code)).toEqual(Array(4).fill('change-conflict'))
  expect(session.contentHash()).toBe(before)
  session.file.discard()
})

test('filling in a missing field closes its flag, as one undo; a refused value and another flag change nothing', () => {
  const session = openSmallWorkbook()
  const target = { subject: 'project:1', code: 'deadline-missing', year: null } as const
  const key = 'set-field:endYear'
  expect(refusalOf(() => fillField(session, target, { key, value: '2028' }))?.code).toBe(
    'change-conflict',
  )
  editEntry(session, {
    kind: 'project',
    id: 1,
    fields: { end_year: '' },
    unit: 'dong',
    language: 'vi',
    isDryRun: false,
  })
  const before = session.contentHash()
  expect(fillField(session, target, { key, value: '2025' }).refusals).toMatchObject([
    { field: 'end_year', failure: { code: 'years-reversed' } },
  ])
  expect(session.contentHash()).toBe(before)
  expect(fillField(session, target, { key, value: '2028' }).isApplied).toBe(true)
  expect(session.flags.of('project:1').map(({ code }) => code)).not.toContain('deadline-missing')
  session.undo()
  expect(session.contentHash()).toBe(before)
  session.file.discard()
})

test('a window asks for fixes and has one carried out; anything misshapen is refused', async () => {
  const workbench = new Workbench(() => {})
  await dispatch(workbench, 'host', 'workbook.sample', {})
  const target = { subject: 'line:1', code: 'ceiling-exceeded', year: 2027 }
  const exceeded = workbench.session.flags.list().find(({ code }) => code === 'ceiling-exceeded')
  const asked = { ...target, subject: `line:${exceeded?.subject.id ?? 0}` }
  const shown = (await dispatch(
    workbench,
    'window',
    'flags.fixes',
    asked,
  )) as Methods['flags.fixes']['result']
  expect(structuredClone(shown).fixes.map(({ kind }) => kind)).toEqual(['reduce-to-ceiling'])
  const order = { ...asked, key: 'reduce-to-ceiling', revision: shown.revision }
  await dispatch(workbench, 'window', 'flags.applyFix', order)
  const codes = workbench.session.flags.list().map(({ code }) => code)
  expect(codes).not.toContain('ceiling-exceeded')
  for (const params of [
    { ...order, subject: 'line' },
    { ...order, subject: 'line:-1' },
    { ...order, code: 'unknown' },
    { ...order, revision: 1.5 },
  ]) {
    await expect(dispatch(workbench, 'window', 'flags.applyFix', params)).rejects.toMatchObject({
      code: 'request-invalid',
    })
  }
  workbench.end()
})
