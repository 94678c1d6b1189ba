import { expect, test } from 'vitest'
import { openSmallWorkbook } from '../builders/small-workbook.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

function makeShort(name: string): string {
  const path = folder.join(name)
  const session = openSmallWorkbook()
  session.save(path)
  session.file.discard()
  return path
}

interface Fixed {
  fixes: unknown[]
  applied: string | null
  contentHash: string
}

const SHORTFALL = {
  key: 'fund-shortfall',
  kind: 'fund-shortfall',
  moves: [{ project: '7654321', line: 'NST', year: 2026, before: '0', after: '1500000000' }],
  left: '0',
}

test('a fix is shown without changing anything, then carried out, saved and undone', () => {
  const path = makeShort('short.lgw')
  const flag = ['underfunded', '7654321', '2026']
  const before = readLongghep<Fixed>(['show', path]).contentHash
  const shown = { fixes: [SHORTFALL], applied: null, contentHash: before }
  expect(readLongghep<Fixed>(['fix', path, ...flag])).toEqual(shown)
  expect(readLongghep<Fixed>(['show', path]).contentHash).toBe(before)
  const done = readLongghep<Fixed>(['fix', path, ...flag, '--apply', 'fund-shortfall'])
  expect(done).toMatchObject({ fixes: [SHORTFALL], applied: 'fund-shortfall' })
  expect(readLongghep<Fixed>(['show', path]).contentHash).toBe(done.contentHash)
  expect(done.contentHash).not.toBe(before)
  expect(readLongghep<Fixed>(['fix', path, ...flag]).fixes).toEqual([])
  const { changes } = readLongghep<{ changes: { kind: string }[] }>(['history', path])
  expect(changes.at(-1)?.kind).toBe('fix')
  expect(runLongghep(['undo', path]).code).toBe(0)
  expect(readLongghep<Fixed>(['show', path]).contentHash).toBe(before)
})

test('text names the fix and its cells', () => {
  const { out } = runLongghep([
    'fix',
    makeShort('text.lgw'),
    'underfunded',
    '7654321',
    '2026',
    '--lang',
    'en',
  ])
  expect(out.split('\n')[1]).toBe(
    'fund-shortfall – Fund from the lines with money left  7654321  NST   2026    0  1,500,000,000',
  )
})

test('a rule, subject, year or fix that is not there is refused and nothing is written', () => {
  const path = makeShort('refused.lgw')
  const before = readLongghep<Fixed>(['show', path]).contentHash
  for (const args of [
    ['unknown-rule', '7654321', '2026'],
    ['underfunded', '7000000', '2026'],
    ['underfunded', '7654321'],
    ['underfunded', '7654321', '2031'],
    ['deadline-missing', '7654321', '2026'],
    ['ceiling-exceeded', 'NONE', '2026'],
    ['task-unfunded', 'NV1'],
    ['underfunded', '7654321', '2026', '--apply', 'reduce-to-ceiling'],
  ]) {
    const { code, err } = runLongghep(['fix', path, ...args])
    expect({ args, code, lines: err.trimEnd().split('\n').length }).toEqual({
      args,
      code: 2,
      lines: 1,
    })
  }
  expect(readLongghep<Fixed>(['fix', path, 'reserve-missing', 'plan']).fixes).toEqual([])
  expect(readLongghep<Fixed>(['show', path]).contentHash).toBe(before)
})

test('a missing field is asked for, filled in, saved and undone', () => {
  const path = makeShort('missing.lgw')
  const flag = ['deadline-missing', '7654321']
  runLongghep(['project', path, '7654321', '--set', 'end_year='])
  const before = readLongghep<Fixed>(['fix', path, ...flag])
  const [key, field] = ['set-field:endYear', 'endYear']
  expect(before.fixes).toEqual([{ key, kind: 'set-field', project: '7654321', field, before: '' }])
  const apply = ['fix', path, ...flag, '--apply', key]
  for (const args of [apply, [...apply, '--value', 'mai'], [...apply, '--value', '2025']]) {
    const { code, err } = runLongghep(args)
    expect({ args, code, lines: err.trimEnd().split('\n').length }).toEqual({
      args,
      code: 2,
      lines: 1,
    })
  }
  expect(readLongghep<Fixed>(['show', path]).contentHash).toBe(before.contentHash)
  const done = readLongghep<Fixed>([...apply, '--value', '2028'])
  expect(done).toMatchObject({ fixes: before.fixes, applied: key })
  expect(readLongghep<Fixed>(['fix', path, ...flag]).fixes).toEqual([])
  expect(runLongghep(['undo', path]).code).toBe(0)
  expect(readLongghep<Fixed>(['show', path]).contentHash).toBe(before.contentHash)
})

test('a flag that is not there is said not to be, with those that are', () => {
  const path = makeShort('other.lgw')
  const fixed = ['fix', path, 'underfunded', '7654321', '2026', '--apply', 'fund-shortfall']
  expect(runLongghep(fixed).code).toBe(0)
  runLongghep(['project', path, '7654321', '--set', 'end_year='])
  const before = readLongghep<Fixed>(['show', path]).contentHash
  const refused = (language: string) => runLongghep([...fixed, '--lang', language])
  const expected = { code: 2, out: '' }
  expect(refused('vi')).toEqual({
    ...expected,
    err: 'Hiện “7654321” không có cảnh báo “underfunded” 2026. Cảnh báo đang có: behind-schedule 2028, not-completable, deadline-missing. Chọn một trong số đó hoặc xem lại danh sách cảnh báo.\n',
  })
  expect(refused('en')).toEqual({
    ...expected,
    err: '“7654321” has no flag “underfunded” 2026 now. It has: behind-schedule 2028, not-completable, deadline-missing. Choose one of these or look at the list of flags again.\n',
  })
  expect(readLongghep<Fixed>(['show', path]).contentHash).toBe(before)
})
