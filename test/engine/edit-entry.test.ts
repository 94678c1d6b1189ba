import { expect, test } from 'vitest'
import type { EntryEdit } from '../../src/contract/entry-edit.ts'
import { describeHistory } from '../../src/contract/history-wording.ts'
import { dispatch } from '../../src/engine/dispatch.ts'
import { editEntry } from '../../src/engine/edit-entry.ts'
import { enterAllocation } from '../../src/engine/enter-allocation.ts'
import { holdPlaces } from '../../src/engine/hold-places.ts'
import { removeEntry } from '../../src/engine/remove-entry.ts'
import { waiveFlag } from '../../src/engine/waive-flag.ts'
import { Workbench } from '../../src/engine/workbench.ts'
import { refusalOf } from '../builders/refusal.ts'
import { openSmallWorkbook } from '../builders/small-workbook.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'

const folder = useTemporaryFolder()

const CELL = { project: 1, line: 1, year: 2026 }
const PROJECT = { kind: 'project', id: 1 } as const
const HOW = { unit: 'million', language: 'vi', isDryRun: false } as const

function edit(fields: Record<string, string>, more: Partial<EntryEdit> = {}): EntryEdit {
  return { ...PROJECT, ...HOW, fields, ...more }
}

test('fields are edited as one act that the history names and one undo takes back', () => {
  const session = openSmallWorkbook()
  const before = session.contentHash()
  const result = editEntry(session, edit({ end_year: '2028', need_2027: '1,5 tỷ', name: 'Trường' }))
  expect(result).toMatchObject({
    isApplied: true,
    id: 1,
    code: '7654321',
    refusals: [],
    changes: [
      { field: 'name', before: 'Trường Mô Rai', after: 'Trường' },
      { field: 'end_year', before: '2027', after: '2028' },
      { field: 'need_2027', before: '', after: '1.500' },
    ],
  })
  expect(session.index.needOf(1, 2027)).toBe(1_500_000_000n)
  expect(
    session.flags.list().some(({ code, year }) => code === 'underfunded' && year === 2027),
  ).toBe(true)
  const [entry] = session.log.entries({ limit: 1 })
  expect(entry && describeHistory(entry.summary, 'vi')).toBe(
    'Sửa dự án 7654321: Tên = Trường; Năm hoàn thành = 2028; Nhu cầu 2027 = 1.500.000.000',
  )
  session.undo()
  expect(session.contentHash()).toBe(before)
  session.file.discard()
})

test('one refused field refuses all of them, and nothing is written', () => {
  const session = openSmallWorkbook()
  const [hash, revision] = [session.contentHash(), session.revision]
  const { isApplied, refusals } = editEntry(session, edit({ name: 'Trường', end_year: 'mai' }))
  expect({ isApplied, fields: refusals.map(({ field }) => field) }).toEqual({
    isApplied: false,
    fields: ['end_year'],
  })
  expect([session.contentHash(), session.revision]).toEqual([hash, revision])
  expect(refusalOf(() => editEntry(session, edit({ nam: '1' })))?.code).toBe('field-unknown')
  expect(refusalOf(() => editEntry(session, edit({}, { id: 9 })))?.code).toBe('project-unknown')
  expect(refusalOf(() => editEntry(session, edit({}, { kind: 'line', id: 9 })))?.code).toBe(
    'line-unknown',
  )
  session.file.discard()
})

test('a dry run and an edit that changes nothing leave the plan and the history alone', () => {
  const session = openSmallWorkbook()
  const { revision } = session
  const tried = editEntry(session, edit({ end_year: '2028' }, { isDryRun: true }))
  expect(tried).toMatchObject({ isApplied: false, changes: [{ field: 'end_year', after: '2028' }] })
  expect(editEntry(session, edit({ end_year: '2027' })).changes).toEqual([])
  expect(session.revision).toBe(revision)
  session.file.discard()
})

test('a new project needs a name and gets a draft code; a new line needs both', () => {
  const session = openSmallWorkbook()
  const add = (kind: 'project' | 'line', fields: Record<string, string>) =>
    editEntry(session, { ...HOW, kind, id: null, fields })
  expect(add('project', {})).toMatchObject({
    isApplied: false,
    id: null,
    refusals: [{ field: 'name' }],
  })
  expect(add('project', { name: 'Đường' })).toMatchObject({
    isApplied: true,
    id: 2,
    code: 'DRAFT-1',
  })
  expect(add('project', { name: 'Cầu', code: ' ' })).toMatchObject({ id: 3, code: 'DRAFT-2' })
  expect(add('line', { ceiling_2026: '5' }).refusals.map(({ field }) => field)).toEqual([
    'code',
    'name',
  ])
  expect(add('line', { code: 'NSX', name: 'Xã', ceiling_2026: '5' })).toMatchObject({ id: 2 })
  expect(session.index.remainingOfLine(2, 2026)).toBe(5_000_000n)
  const [entry] = session.log.entries({ limit: 1 })
  expect(entry && describeHistory(entry.summary, 'vi')).toBe('Thêm nguồn vốn NSX “Xã”')
  session.file.discard()
})

test('removing takes money and waivers along, survives a save, and one undo brings all of it back', () => {
  const session = openSmallWorkbook()
  enterAllocation(session, CELL, '1 tỷ', 'dong')
  waiveFlag(
    session,
    { subject: 'project:1', code: 'underfunded', year: 2026 },
    { by: 'Lan', reason: 'chờ giao vốn' },
  )
  const before = session.contentHash()
  expect(removeEntry(session, PROJECT)).toMatchObject({ cells: 1, amount: 1_000_000_000n })
  expect([session.plan.projects.size, session.plan.waivers.size]).toEqual([0, 0])
  expect(session.index.allocatedToLine(1, 2026)).toBe(0n)
  const [entry] = session.log.entries({ limit: 1 })
  expect(entry && describeHistory(entry.summary, 'vi')).toBe(
    'Xóa dự án 7654321 “Trường Mô Rai”, 1 ô với 1.000.000.000 đồng',
  )
  const removed = session.contentHash()
  session.undo()
  expect(session.contentHash()).toBe(before)
  session.redo()
  expect(session.contentHash()).toBe(removed)
  expect(session.save(folder.join('removed.lgw')).isSaved).toBe(true)
  expect(removeEntry(session, { kind: 'line', id: 1 })).toMatchObject({ cells: 0, amount: 0n })
  session.file.discard()
})

test('what is held is not removed', () => {
  const session = openSmallWorkbook()
  enterAllocation(session, CELL, '1 tỷ', 'dong')
  holdPlaces(session, [{ kind: 'cell', ...CELL }], true)
  holdPlaces(session, [{ kind: 'total', project: 1, line: null, year: 2027 }], true)
  const before = session.contentHash()
  expect(refusalOf(() => removeEntry(session, PROJECT))).toMatchObject({
    code: 'entry-held',
    detail: { code: '7654321', count: 2 },
  })
  expect(refusalOf(() => removeEntry(session, { kind: 'line', id: 1 }))?.code).toBe('entry-held')
  expect(session.contentHash()).toBe(before)
  session.file.discard()
})

test('a window edits and removes; anything misshapen is refused', async () => {
  const workbench = new Workbench(() => {})
  await dispatch(workbench, 'host', 'workbook.sample', {})
  const [id = 0] = [...workbench.session.plan.projects.keys()]
  const order = { kind: 'project', id, fields: { name: 'Đường mới' }, ...HOW }
  await dispatch(workbench, 'window', 'plan.editEntry', order)
  expect(workbench.session.plan.projects.get(id)?.name).toBe('Đường mới')
  await dispatch(workbench, 'window', 'plan.removeEntry', { kind: 'project', id })
  expect(workbench.session.plan.projects.has(id)).toBe(false)
  for (const params of [
    { ...order, kind: 'task' },
    { ...order, id: -1 },
    { ...order, fields: { name: 1 } },
    { ...order, unit: 'xu' },
    { ...order, isDryRun: undefined },
  ]) {
    await expect(dispatch(workbench, 'window', 'plan.editEntry', params)).rejects.toMatchObject({
      code: 'request-invalid',
    })
  }
  workbench.end()
})
