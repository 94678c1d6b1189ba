import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packFlagMark, readFlagMark } from '../../src/contract/flag-mark.ts'

test('a mark tells how many flags there are and the gravest of them', () => {
  expect(readFlagMark(packFlagMark({ error: 0, warning: 2, info: 3 }))).toEqual({
    count: 5,
    severity: 'warning',
  })
  expect(readFlagMark(packFlagMark({ error: 0, warning: 0, info: 0 }))).toEqual({
    count: 0,
    severity: null,
  })
})

test('every mark fits 16 bits and keeps its severity, however many flags there are', () => {
  const count = fc.nat(100_000)
  fc.assert(
    fc.property(count, count, count, (error, warning, info) => {
      const mark = packFlagMark({ error, warning, info })
      expect(mark).toBeLessThan(2 ** 16)
      const { severity } = readFlagMark(Uint16Array.of(mark)[0] ?? 0)
      const gravest = error > 0 ? 'error' : warning > 0 ? 'warning' : info > 0 ? 'info' : null
      expect(severity).toBe(gravest)
    }),
  )
})
