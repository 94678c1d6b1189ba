import { expect, test } from 'vitest'
import { money } from '../../../../src/core/money.ts'
import { keepRatio } from '../../../../src/renderer/matrix/fill/fill-amount.ts'
import {
  pairBeyond,
  pairDown,
  pairRight,
  sideOf,
} from '../../../../src/renderer/matrix/fill/fill-pairs.ts'
import { GridOrder } from '../../../../src/renderer/matrix/range/grid-order.ts'
import { selectBlock } from '../../../../src/renderer/matrix/range/selection.ts'

const order = new GridOrder([1, 2, 3, 4, 5, 6], ['a', 'b', 'c'])
const block = (r1: number, c1: string, r2: number, c2: string) => {
  const [range] = selectBlock(order, { row: r1, column: c1 }, { row: r2, column: c2 })
  if (!range) throw new Error('nothing is selected')
  return range
}
const words = (pairs: ReturnType<typeof pairDown>) =>
  pairs.map(({ from, to }) => `${from.row}${from.column}→${to.row}${to.column}`)

test('Ctrl+D fills a range from its first row and Ctrl+R from its first column', () => {
  expect(words(pairDown(block(1, 'a', 3, 'b')))).toEqual(['1a→2a', '1b→2b', '1a→3a', '1b→3b'])
  expect(words(pairRight(block(1, 'a', 2, 'c')))).toEqual(['1a→1b', '2a→2b', '1a→1c', '2a→2c'])
  expect(pairDown(block(1, 'a', 1, 'c'))).toEqual([])
})

test('the handle repeats a range over what it was drawn across, to any side', () => {
  const range = block(2, 'a', 3, 'a')
  expect(words(pairBeyond(order, range, { row: 6, column: 'a' }))).toEqual([
    '2a→4a',
    '3a→5a',
    '2a→6a',
  ])
  expect(words(pairBeyond(order, range, { row: 1, column: 'a' }))).toEqual(['3a→1a'])
  expect(words(pairBeyond(order, range, { row: 3, column: 'c' }))).toEqual([
    '2a→2b',
    '3a→3b',
    '2a→2c',
    '3a→3c',
  ])
  expect(sideOf(order, range, { row: 3, column: 'a' })).toBe(null)
})

test('a kept ratio is the same share of another need, cut to whole đồng', () => {
  expect(keepRatio(money(30), money(100), money(50))).toBe(15n)
  expect(keepRatio(money(1), money(3), money(10))).toBe(3n)
  expect(keepRatio(money(1), money(0), money(10))).toBe(null)
})
