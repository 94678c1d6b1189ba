import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { findLeftovers } from './find-leftovers.ts'
import { listSources } from './find-misshapen.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = useTemporaryFolder()

// These two name what they look for.
const OWN = ['test/architecture/find-leftovers.ts', 'test/architecture/leftovers.test.ts']

function findIn(text: string): readonly string[] {
  const file = folder.join('src/core/one.ts')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return findLeftovers(folder.path, ['src/core/one.ts'])
}

test('nothing unfinished, switched off, untyped or skipped stays in the code', () => {
  const sources = [...listSources(ROOT, 'src'), ...listSources(ROOT, 'test')]
  const judged = sources.filter((path) => !OWN.includes(path))
  expect(judged.length).toBeGreaterThan(200)
  expect(findLeftovers(ROOT, judged)).toEqual([])
})

test.for([
  ['// TODO later\n', 'unfinished work belongs in an issue'],
  ['// @ts-ignore\n', 'a check is switched off'],
  ['const one: any = 1\n', 'a type is any'],
  ['const one = two as any\n', 'a type is any'],
  ['const list: Array<any> = []\n', 'a type is any'],
  ["test.skip('one', () => {})\n", 'a test is skipped or alone'],
  ['console.log(1)\n', 'output goes through one printer'],
])('finds %j', ([text = '', reason]) => {
  expect(findIn(text)).toEqual([`src/core/one.ts: ${reason}`])
})

test('lets ordinary words in comments pass', () => {
  expect(findIn('/** As any other. */\n// as any\nexport const anyone = 1\n')).toEqual([])
})
