import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findViolations } from './find-violations.ts'
import { LAYERS } from './layers.ts'
import { type Imports, readImports } from './read-imports.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url))

function listModules(root: string): readonly string[] {
  const all = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  return all.filter((path) => /\.tsx?$/.test(path)).map((path) => `src/${path}`)
}

let ours: Promise<Imports> | undefined
const readOurs = () => (ours ??= readImports(ROOT))

test('every module of src was looked at, in every folder of the tables', async () => {
  const { files, imports } = await readOurs()
  expect(files).toEqual(expect.arrayContaining([...listModules(ROOT)]))
  for (const folder of Object.keys(LAYERS)) {
    expect(
      files.filter((file) => file.startsWith(`src/${folder}/`)).length,
      folder,
    ).toBeGreaterThan(0)
  }
  expect(imports.length).toBeGreaterThan(files.length)
}, 60_000)

test('no folder imports what the tables keep from it', async () => {
  expect(findViolations((await readOurs()).imports, LAYERS)).toEqual([])
}, 60_000)

test('a deliberate violation of each kind is found, and nothing else', async () => {
  const { imports } = await readImports(FIXTURES)
  expect([...findViolations(imports, LAYERS)].sort()).toEqual([
    'src/core/broken.ts imports ../engine/store.ts: core may not import engine',
    'src/core/broken.ts imports fs: core may not use Node',
    'src/core/broken.ts imports react: core may not import this package',
    'src/core/left.ts imports ./right.ts: it closes the circle src/core/right.ts → src/core/left.ts',
    'src/core/right.ts imports ./left.ts: it closes the circle src/core/left.ts → src/core/right.ts',
    'src/engine/store.ts imports ./absent.ts: it cannot be found',
    'src/engine/store.ts imports better-sqlite3: only workbook/ of engine may',
  ])
}, 60_000)
