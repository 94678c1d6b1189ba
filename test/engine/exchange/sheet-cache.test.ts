import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SheetCache } from '../../../src/engine/exchange/sheet-cache.ts'
import type { SheetTable } from '../../../src/engine/exchange/sheet-table.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()

test('reads a file once until it changes or is to be read another way', async () => {
  const path = folder.join('a.csv')
  writeFileSync(path, 'a')
  const cache = new SheetCache()
  const kept: SheetTable[][] = []
  const read = async () => {
    kept.push([])
    return kept.at(-1) ?? []
  }
  await cache.read(path, {}, read)
  await cache.read(path, {}, read)
  expect(kept).toHaveLength(1)
  await cache.read(path, { sheet: 'B' }, read)
  expect(kept).toHaveLength(2)
  writeFileSync(path, 'ab')
  await cache.read(path, {}, read)
  expect(kept).toHaveLength(3)
})
