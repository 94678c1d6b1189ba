import { expect, test } from 'vitest'
import { scrollStep } from '../../../../src/renderer/matrix/range/drag-scroll.ts'

test('a drag scrolls only beyond an edge, faster the farther it is, up to a limit', () => {
  expect(scrollStep(50, 0, 100)).toBe(0)
  expect(scrollStep(110, 0, 100)).toBe(5)
  expect(scrollStep(-20, 0, 100)).toBe(-10)
  expect(scrollStep(1000, 0, 100)).toBe(40)
})
