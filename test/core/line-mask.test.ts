import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyMask, hasBit, setBit } from '../../src/core/line-mask.ts'

test('a mask holds the slots put into it and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(130)), (slots) => {
      const mask = emptyMask(131)
      for (const slot of slots) setBit(mask, slot)
      const held = Array.from({ length: 131 }, (_, slot) => slot).filter((at) => hasBit(mask, at))
      expect(held).toEqual(slots.toSorted((a, b) => a - b))
    }),
  )
})

test('a mask that is not there holds nothing', () => {
  expect([hasBit(null, 0), hasBit(undefined, 5)]).toEqual([false, false])
})
