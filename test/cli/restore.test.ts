import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import type { KeptVersion } from '../../src/contract/draft.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()
const PAGE = 4096
let path = ''
let serial = 0

beforeEach(() => {
  serial += 1
  path = folder.join(`kế hoạch ${serial}.lgw`)
  runLongghep(['sample', path])
})

const hash = () => readLongghep<{ contentHash: string }>(['show', path]).contentHash

function damage(from: number, to: number): void {
  const bytes = readFileSync(path)
  bytes.fill(0xa5, from, to)
  writeFileSync(path, bytes)
}

test('a damaged file is diagnosed, brought back from the version before, and its damaged state kept too', () => {
  const before = hash()
  expect(runLongghep(['set', path, '7801001', 'T-DAT', '2026', '=7tr']).code).toBe(0)
  damage(16 * PAGE, 17 * PAGE)
  const found = readLongghep<{
    ok: boolean
    problems: { code: string; detail: { table?: string } }[]
    generations: KeptVersion[]
  }>(['verify', path])
  expect(found.ok).toBe(false)
  expect(found.problems[0]?.code).toBe('workbook-altered')
  expect(found.problems[1]).toMatchObject({
    code: 'workbook-table-damaged',
    detail: { table: expect.stringMatching(/^[a-z_]+$/) },
  })
  expect(found.generations).toHaveLength(1)
  const [{ id } = { id: '' }] = found.generations
  const restored = readLongghep<{ contentHash: string }>(['restore', path, '--to', id])
  expect(restored.contentHash).toBe(before)
  expect(runLongghep(['verify', path]).code).toBe(0)
  const { generations } = readLongghep<{ generations: KeptVersion[] }>(['restore', path])
  expect(generations).toHaveLength(2)
})

test('what a damaged file still holds goes into a new file that opens like any other', () => {
  damage(16 * PAGE, 17 * PAGE)
  const target = folder.join(`cứu ${serial}`)
  const { rows, path: written } = readLongghep<{ rows: number; path: string }>([
    'restore',
    path,
    '--salvage',
    target,
  ])
  expect(written).toBe(`${target}.lgw`)
  expect(rows).toBeGreaterThan(300)
  expect(runLongghep(['verify', written]).code).toBe(0)
  expect(runLongghep(['restore', path, '--salvage', target]).code).toBe(2)
})

test('a version nobody kept and a draft nobody left are refused in a sentence', () => {
  const unknown = runLongghep(['restore', path, '--to', 'x', '--lang', 'vi'])
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('không giữ bản “x”')])
  expect(runLongghep(['drafts', '--recover', 'x', '--to', folder.join('y')]).code).toBe(2)
  expect(runLongghep(['drafts', '--recover', 'x']).code).toBe(2)
  expect(readLongghep(['drafts'])).toEqual({ drafts: [] })
})

test('a new workbook gets our extension, and a name of another kind is refused', () => {
  const name = folder.join(`mới ${serial}`)
  expect(runLongghep(['new', name, '--from', '2026', '--to', '2027']).out.trim()).toBe(
    `${name}.lgw`,
  )
  const other = runLongghep(['sample', `${name}.xlsx`, '--lang', 'en'])
  expect([other.code, other.err]).toEqual([2, expect.stringContaining('.lgw')])
  expect(existsSync(`${name}.xlsx`)).toBe(false)
})
