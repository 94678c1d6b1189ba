import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { findMisshapen, listSources } from './find-misshapen.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = useTemporaryFolder()

function findIn(path: string, text: string): readonly string[] {
  const file = folder.join(path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return findMisshapen(folder.path, [path])
}

test('files and functions of src keep their size, names and comments', () => {
  const sources = listSources(ROOT, 'src')
  expect(sources.length).toBeGreaterThan(100)
  expect(findMisshapen(ROOT, sources)).toEqual([])
})

test('a file over its limit is found, and a hub sooner', () => {
  const lines = (count: number) => '\n'.repeat(count - 1) + '//\n'
  expect(findIn('src/engine/long.ts', lines(301))).toEqual([
    'src/engine/long.ts: 301 lines, over 300',
  ])
  expect(findIn('src/engine/long.ts', lines(300))).toEqual([])
  expect(findIn('src/renderer/long.tsx', lines(600))).toEqual([])
  expect(findIn('src/engine/session.ts', lines(151))).toEqual([
    'src/engine/session.ts: 151 lines, over 150',
  ])
})

test('a function over its limit is found', () => {
  const body = `export function fill() {${'\n'.repeat(50)}}\n`
  expect(findIn('src/engine/fill.ts', body)).toEqual([
    'src/engine/fill.ts: fill takes 51 lines, over 50',
  ])
  const inner = `  function pour() {${'\n'.repeat(30)}  }\n`
  expect(findIn('src/engine/fill.ts', `export function fill() {\n${inner.repeat(3)}}\n`)).toEqual(
    [],
  )
})

test('names that say nothing and names not in kebab-case are found', () => {
  expect(findIn('src/engine/utils/sum.ts', '')).toEqual([
    'src/engine/utils/sum.ts: nothing is called utils',
  ])
  expect(findIn('src/engine/plan-helper.ts', '')).toEqual([
    'src/engine/plan-helper.ts: nothing is called helper',
  ])
  expect(findIn('src/engine/planStore.ts', '')).toEqual([
    'src/engine/planStore.ts: the name is not in kebab-case',
  ])
})

test('an export of core without a doc comment is found', () => {
  const text = '/** One. */\nexport const one = 1\n\n// Two.\nexport const two = 2\n'
  expect(findIn('src/core/numbers.ts', text)).toEqual([
    'src/core/numbers.ts: two has no doc comment',
  ])
})

test('every version is exact and the paid grid is not in the lockfile', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as PackageFile
  const { dependencies, devDependencies } = read('package.json')
  const versions = Object.entries({ ...dependencies, ...devDependencies })
  expect(versions.length).toBeGreaterThan(30)
  expect(
    versions.filter(([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/.test(version)),
  ).toEqual([])
  const installed = Object.keys(read('package-lock.json').packages ?? {})
  expect(installed.length).toBeGreaterThan(300)
  expect(installed.filter((name) => name.includes('ag-grid-enterprise'))).toEqual([])
})

interface PackageFile {
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly packages?: Record<string, unknown>
}
