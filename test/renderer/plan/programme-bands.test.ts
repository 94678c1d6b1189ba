import { expect, test } from 'vitest'
import type { Programme } from '../../../src/core/programme.ts'
import { bandLines } from '../../../src/renderer/plan/programme-bands.ts'
import { smallLine } from '../../builders/small-workbook.ts'

const programme = (id: number, parent: number | null): Programme => ({
  id,
  code: `P${id}`,
  name: `P${id}`,
  kind: 'national-target',
  parent,
})

const line = (id: number, of: number | null) => ({ ...smallLine, id, programme: of })

test('puts lines of one top-level programme side by side and those of none last', () => {
  const programmes = new Map([1, 2].map((id) => [id, programme(id, null)]))
  programmes.set(3, programme(3, 1))
  const bands = bandLines([line(1, null), line(2, 2), line(3, 3), line(4, 1)], programmes)
  expect(bands.map((band) => [band.programme?.code, band.lines.map(({ id }) => id)])).toEqual([
    ['P1', [3, 4]],
    ['P2', [2]],
    [undefined, [1]],
  ])
})

test('does not hang on a programme tree that loops', () => {
  const programmes = new Map([
    [1, programme(1, 2)],
    [2, programme(2, 1)],
  ])
  expect(bandLines([line(1, 1)], programmes)).toMatchObject([{ programme: null }])
})
