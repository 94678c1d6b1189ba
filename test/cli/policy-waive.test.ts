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

interface Shown {
  contentHash: string
}
interface Checked {
  flags: { code: string; waived: boolean }[]
  counts: { warning: number; waived: number }
}
interface PolicyShown extends Shown {
  policy: { maxProgrammes: number; minShare: string; rules: Record<string, unknown> }
}

const shortfall = (path: string) =>
  readLongghep<Checked>(['check', path]).flags.find(({ code }) => code === 'underfunded')

test('a setting changed is saved, in the hash, and undone like any act', () => {
  const path = makeShort('policy.lgw')
  const before = readLongghep<PolicyShown>(['policy', path])
  expect(before.policy).toMatchObject({ maxProgrammes: 2, minShare: '500000000', rules: {} })
  const set = ['policy', path, '--set', 'maxProgrammes=3', '--set', 'minShare=1 tỷ']
  const after = readLongghep<PolicyShown>(set)
  expect(after.policy).toMatchObject({ maxProgrammes: 3, minShare: '1000000000' })
  expect(after.contentHash).not.toBe(before.contentHash)
  expect(readLongghep<PolicyShown>(['policy', path])).toEqual(after)
  expect(runLongghep(['undo', path]).code).toBe(0)
  expect(readLongghep<Shown>(['show', path]).contentHash).toBe(before.contentHash)
})

test('a rule is switched off only with a reason, and then raises nothing', () => {
  const path = makeShort('off.lgw')
  const off = ['policy', path, '--set', 'rule.underfunded=off', '--by', 'Lan']
  expect(runLongghep(off)).toMatchObject({ code: 2, out: '' })
  expect(shortfall(path)).toBeDefined()
  const set = readLongghep<PolicyShown>([...off, '--reason', 'chưa giao vốn'])
  expect(set.policy.rules).toEqual({
    underfunded: { severity: 'off', by: 'Lan', reason: 'chưa giao vốn' },
  })
  expect(shortfall(path)).toBeUndefined()
  expect(runLongghep(['policy', path, '--set', 'maxPrograms=3']).code).toBe(2)
})

test('an accepted flag stays accepted until it gets worse', () => {
  const path = makeShort('waived.lgw')
  const set = (amount: string) => runLongghep(['set', path, '7654321', 'NST', '2026', amount])
  const flag = ['underfunded', '7654321', '2026']
  set('1 tỷ')
  expect(runLongghep(['waive', path, ...flag, '--by', 'Lan']).code).toBe(2)
  expect(runLongghep(['waive', path, ...flag, '--by', 'Lan', '--reason', 'chờ giao']).code).toBe(0)
  expect(shortfall(path)).toMatchObject({ waived: true })
  set('1,1 tỷ')
  expect(shortfall(path)).toMatchObject({ waived: true })
  set('999.999.999')
  expect(shortfall(path)).toMatchObject({ waived: false })
  set('1 tỷ')
  expect(shortfall(path)).toMatchObject({ waived: true })
  expect(runLongghep(['waive', path, ...flag, '--withdraw']).code).toBe(0)
  expect(shortfall(path)).toMatchObject({ waived: false })
  expect(runLongghep(['waive', path, ...flag, '--withdraw']).code).toBe(2)
})
