import { expect, test } from 'vitest'
import { openSmallWorkbook } from '../builders/small-workbook.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

function makeSmall(name: string): string {
  const path = folder.join(name)
  const session = openSmallWorkbook()
  session.save(path)
  session.file.discard()
  return path
}

interface Entry {
  kind: string
  fields: Record<string, string>
  changed: string[]
  contentHash: string
}

const hashOf = (path: string) => readLongghep<Entry>(['show', path]).contentHash

test('a project is shown, edited, saved and the edit undone', () => {
  const path = makeSmall('edit.lgw')
  const before = readLongghep<Entry>(['project', path, '7654321'])
  expect(before).toMatchObject({ kind: 'project', changed: [] })
  expect(before.fields).toMatchObject({ end_year: '2027', need_2026: '1500000000', need_2027: '0' })
  const sets = ['--set', 'end_year=2028', '--set', 'need_2027=1,5 tỷ', '--set', 'sector=y tế = xã']
  const after = readLongghep<Entry>(['project', path, '7654321', ...sets])
  expect(after.changed).toEqual(['sector', 'end_year', 'need_2027'])
  expect(after.fields).toMatchObject({
    end_year: '2028',
    need_2027: '1500000000',
    sector: 'y tế = xã',
  })
  expect(hashOf(path)).toBe(after.contentHash)
  const { out } = runLongghep(['history', path, '--lang', 'en'])
  expect(out).toContain(
    'Edited project 7654321: Sector = y tế = xã; End year = 2028; Need 2027 = 1,500,000,000',
  )
  expect(runLongghep(['undo', path]).code).toBe(0)
  expect(hashOf(path)).toBe(before.contentHash)
})

test('a line is added with its code, then removed, and the table names its fields', () => {
  const path = makeSmall('add.lgw')
  const before = hashOf(path)
  const add = ['line', path, 'NSX', '--add', '--set', 'name=Ngân sách xã', '--set', 'groups=C;B']
  expect(readLongghep<Entry>(add).fields).toMatchObject({ code: 'NSX', groups: 'B; C' })
  const { out } = runLongghep(['line', path, 'NSX', '--lang', 'en'])
  expect(out).toMatch(/^Project groups it may pay +groups +B; C$/m)
  const removed = readLongghep<Record<string, unknown>>(['line', path, 'NSX', '--remove'])
  expect(removed).toEqual({ removed: 'NSX', cells: 0, amount: '0', contentHash: before })
})

test('a field that refuses its value is named with what to do, exits 2 and writes nothing', () => {
  const path = makeSmall('refused.lgw')
  const before = hashOf(path)
  const wrong = ['project', path, '7654321', '--set', 'name=Trường', '--set', 'end_year=mai']
  const { code, err, out } = runLongghep([...wrong, '--lang', 'vi'])
  expect({ code, err, out }).toEqual({
    code: 2,
    err: '7654321 · Năm hoàn thành (end_year): “mai” không phải là năm. Nhập một năm từ 2000 đến 2100, hoặc để trống.\n',
    out: '',
  })
  expect(readLongghep<object>(wrong)).toMatchObject({
    problems: [{ field: 'end_year', code: 'field-year', value: 'mai' }],
  })
  for (const args of [
    ['project', path, '7000000'],
    ['project', path, '7654321', '--add', '--set', 'name=Trùng mã'],
    ['project', path, '7654321', '--set', 'nam=1'],
    ['project', path, '7654321', '--set', 'name'],
    ['project', path, '7654321', '--remove', '--set', 'name=x'],
    ['line', path, 'NSX', '--add'],
    ['line', path, 'NST', '--set', 'reserve_2026=3 tỷ'],
  ]) {
    const run = runLongghep(args)
    expect({ args, code: run.code, lines: run.err.trimEnd().split('\n').length }).toEqual({
      args,
      code: 2,
      lines: 1,
    })
  }
  expect(hashOf(path)).toBe(before)
})
