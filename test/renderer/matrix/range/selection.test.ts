import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dataEdge } from '../../../../src/renderer/matrix/range/data-edge.ts'
import { GridOrder } from '../../../../src/renderer/matrix/range/grid-order.ts'
import { measureSelection } from '../../../../src/renderer/matrix/range/measure-selection.ts'
import { rectanglesOf } from '../../../../src/renderer/matrix/range/rectangles.ts'
import {
  NO_SELECTION,
  addCell,
  cellsOf,
  extendTo,
  rangeOfColumns,
  rangeOfRows,
  selectBlock,
  selectCell,
} from '../../../../src/renderer/matrix/range/selection.ts'

const COLUMNS = ['need', 'line:1', 'line:2', 'line:3']
const order = new GridOrder([1, 2, 3, 4], COLUMNS)
const at = (row: number, column: string) => ({ row, column })

test('a range grows from its beginning to wherever it is drawn, back and forth', () => {
  const one = selectCell(at(3, 'line:2'))
  const up = extendTo(one, order, at(1, 'line:1'))
  expect(up[0]).toMatchObject({ rows: [1, 2, 3], columns: ['line:1', 'line:2'] })
  const down = extendTo(up, order, at(4, 'line:2'))
  expect(down[0]).toMatchObject({ rows: [3, 4], columns: ['line:2'] })
})

test('a range keeps its cells when the rows are sorted or some are hidden', () => {
  const [range] = selectBlock(order, at(1, 'line:1'), at(3, 'line:2'))
  if (!range) throw new Error('nothing is selected')
  expect(rectanglesOf(range, order)).toEqual([{ top: 0, bottom: 2, left: 1, right: 2 }])
  const sorted = new GridOrder([3, 4, 2, 1], COLUMNS)
  expect(rectanglesOf(range, sorted)).toEqual([
    { top: 0, bottom: 0, left: 1, right: 2 },
    { top: 2, bottom: 3, left: 1, right: 2 },
  ])
  const filtered = new GridOrder([2, 4], COLUMNS)
  expect(rectanglesOf(range, filtered)).toEqual([{ top: 0, bottom: 0, left: 1, right: 2 }])
})

test('whole rows and whole columns take in all that is shown', () => {
  expect(rangeOfRows(order, 3, 2)).toMatchObject({ rows: [2, 3], columns: COLUMNS })
  expect(rangeOfColumns(order, 'line:1', 'line:2')).toMatchObject({
    rows: [1, 2, 3, 4],
    columns: ['line:1', 'line:2'],
  })
})

test('a cell in two ranges counts once', () => {
  const two = extendTo(
    addCell(selectBlock(order, at(1, 'line:1'), at(2, 'line:2')), at(2, 'line:2')),
    order,
    at(3, 'line:3'),
  )
  const cells = [...cellsOf(two)]
  expect(cells).toHaveLength(7)
  expect(new Set(cells.map(({ row, column }) => `${row} ${column}`)).size).toBe(7)
  expect([...cellsOf(NO_SELECTION)]).toEqual([])
})

test('Ctrl and an arrow stop where filled cells end or begin, else at the edge', () => {
  const filled = new Set([1, 2, 4])
  const isFilled = ({ row }: { row: unknown }) => filled.has(Number(row))
  const down = (row: number) =>
    dataEdge(order, at(row, 'line:1'), { rows: 1, columns: 0 }, isFilled).row
  expect([down(1), down(2), down(3), down(4)]).toEqual([2, 4, 4, 4])
  const right = dataEdge(order, at(1, 'line:1'), { rows: 0, columns: 1 }, () => false)
  expect(right).toEqual(at(1, 'line:3'))
})

test('the sums of a selection are exact, and empty cells do not count', () => {
  const amounts = new Map([
    [1, 10n ** 15n],
    [2, 10n ** 15n - 1n],
    [3, 0n],
  ])
  const selection = selectBlock(order, at(1, 'line:1'), at(4, 'line:1'))
  const read = () => (row: number | string) => amounts.get(Number(row)) ?? null
  expect(measureSelection(selection, read)).toEqual({
    cells: 4,
    count: 2,
    sum: 2n * 10n ** 15n - 1n,
    min: 10n ** 15n - 1n,
    max: 10n ** 15n,
    average: 10n ** 15n - 1n,
    isAverageCut: true,
  })
})

test('however rows are sorted and hidden, the blocks shown are exactly the selected cells still shown', () => {
  const rows = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 })
  const all = new GridOrder([1, 2, 3, 4, 5, 6], COLUMNS)
  fc.assert(
    fc.property(rows, fc.nat(5), fc.nat(5), fc.nat(3), fc.nat(3), (shown, r1, r2, c1, c2) => {
      const selection = selectBlock(
        all,
        at(r1 + 1, COLUMNS[c1] ?? ''),
        at(r2 + 1, COLUMNS[c2] ?? ''),
      )
      const now = new GridOrder(shown, COLUMNS)
      const drawn = selection
        .flatMap((range) => rectanglesOf(range, now))
        .reduce((sum, { top, bottom, left, right }) => {
          return sum + (bottom - top + 1) * (right - left + 1)
        }, 0)
      const stillShown = [...cellsOf(selection)].filter((point) => now.has(point)).length
      expect(drawn).toBe(stillShown)
    }),
    { numRuns: 100 },
  )
})

test('cells of ranges that overlap are measured once', () => {
  const all = selectBlock(order, at(1, 'line:1'), at(3, 'line:2'))
  const twice = [...all, ...selectBlock(order, at(2, 'line:1'), at(4, 'line:1'))]
  const { cells, sum } = measureSelection(twice, () => () => 1n)
  expect([cells, sum]).toEqual([7, 7n])
})
