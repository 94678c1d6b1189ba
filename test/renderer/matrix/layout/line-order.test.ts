import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveTo } from '../../../../src/renderer/matrix/layout/line-order.ts'

const lines = ['a', 'b', 'c', 'd', 'e']

test('lines move behind their goal on the way right and before it on the way left', () => {
  expect(moveTo(lines, ['a'], 'c')).toEqual(['b', 'c', 'a', 'd', 'e'])
  expect(moveTo(lines, ['d'], 'b')).toEqual(['a', 'd', 'b', 'c', 'e'])
  expect(moveTo(lines, ['b', 'c'], 'd')).toEqual(['a', 'd', 'b', 'c', 'e'])
})

test('what stands in another programme, or is moved itself, is no goal', () => {
  expect(moveTo(lines, ['a'], 'x')).toBe(lines)
  expect(moveTo(lines, ['x'], 'a')).toBe(lines)
  expect(moveTo(lines, ['a', 'b'], 'b')).toBe(lines)
})

test('no line is lost or doubled, and the others keep their order', () => {
  const some = fc.subarray(lines, { minLength: 1 })
  fc.assert(
    fc.property(some, fc.constantFrom(...lines), (moving, to) => {
      const moved = moveTo(lines, moving, to)
      expect([...moved].sort()).toEqual(lines)
      const isOther = (code: string) => !moving.includes(code)
      expect(moved.filter(isOther)).toEqual(lines.filter(isOther))
    }),
    { numRuns: 100 },
  )
})
