import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_LAYOUT, parseLayout } from '../../../../src/renderer/matrix/layout/matrix-layout.ts'

test('a layout is read back as it was', () => {
  const layout = {
    by: 'place' as const,
    isEveryYear: true,
    hidden: ['T-DAT'],
    order: ['T-XSKT', 'T-XDCB'],
    folded: ['NSNN'],
    widths: { name: 300 },
  }
  expect(parseLayout(JSON.stringify(layout))).toEqual(layout)
  expect(parseLayout(null)).toEqual(FIRST_LAYOUT)
})

test('what is damaged counts as never chosen, and the rest stays', () => {
  expect(
    parseLayout('{"by":"colour","hidden":["T-DAT",5],"widths":{"name":-1,"need":90}}'),
  ).toEqual({
    ...FIRST_LAYOUT,
    hidden: ['T-DAT'],
    widths: { need: 90 },
  })
})

test('no text whatever keeps the matrix from opening', () => {
  const texts = fc.oneof(fc.string(), fc.json())
  fc.assert(
    fc.property(texts, (text) => {
      expect(Object.keys(parseLayout(text)).sort()).toEqual(Object.keys(FIRST_LAYOUT).sort())
    }),
    { numRuns: 100 },
  )
})
