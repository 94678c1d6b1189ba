import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdSlots } from '../../src/core/id-slots.ts'

test('an id is found at its place in the list, any other nowhere', () => {
  const slots = new IdSlots([7, 3, 9])
  expect([7, 3, 9, 1, 0, 10].map((id) => slots.of(id))).toEqual([0, 1, 2, -1, -1, -1])
})

test('ids close together and ids with wide gaps are found alike', () => {
  const ids = fc.uniqueArray(
    fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 2 ** 31 - 1 })),
  )
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 2 ** 31 - 1 }), (list, other) => {
      const slots = new IdSlots(list)
      expect(list.map((id) => slots.of(id))).toEqual(list.map((_, at) => at))
      expect(slots.of(other)).toBe(list.indexOf(other))
    }),
  )
})
