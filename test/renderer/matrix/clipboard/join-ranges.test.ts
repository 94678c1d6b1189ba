import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinRanges } from '../../../../src/renderer/matrix/clipboard/join-ranges.ts'
import { GridOrder } from '../../../../src/renderer/matrix/range/grid-order.ts'
import { selectBlock } from '../../../../src/renderer/matrix/range/selection.ts'

const order = new GridOrder([1, 2, 3, 4, 5], ['a', 'b', 'c', 'd', 'e'])
const block = (r1: number, c1: string, r2: number, c2: string) =>
  selectBlock(order, { row: r1, column: c1 }, { row: r2, column: c2 })

test('ranges of the same rows are joined side by side, in the order shown', () => {
  const joined = joinRanges([...block(1, 'd', 2, 'e'), ...block(1, 'a', 2, 'a')], order)
  expect(joined).toMatchObject({ rows: [1, 2], columns: ['a', 'd', 'e'] })
})

test('ranges of the same columns are joined below one another', () => {
  const joined = joinRanges([...block(4, 'b', 5, 'c'), ...block(1, 'b', 1, 'c')], order)
  expect(joined).toMatchObject({ rows: [1, 4, 5], columns: ['b', 'c'] })
})

test('ranges that share neither are no block', () => {
  expect(joinRanges([...block(1, 'a', 2, 'a'), ...block(2, 'b', 3, 'b')], order)).toBeNull()
  expect(joinRanges([], order)).toBeNull()
})

test('a joined block holds exactly the cells of its ranges', () => {
  const rows = fc.subarray([1, 2, 3, 4, 5], { minLength: 1 })
  const columns = fc.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 })
  fc.assert(
    fc.property(rows, columns, fc.boolean(), (some, others, isByRow) => {
      const ranges = isByRow
        ? some.flatMap((row) =>
            block(row, 'a', row, 'a').map((range) => ({ ...range, columns: others })),
          )
        : others.flatMap((column) =>
            block(1, column, 1, column).map((range) => ({ ...range, rows: some })),
          )
      expect(joinRanges(ranges, order)).toMatchObject({ rows: some, columns: others })
    }),
    { numRuns: 100 },
  )
})
