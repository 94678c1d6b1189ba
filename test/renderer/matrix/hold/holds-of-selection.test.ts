import { expect, test } from 'vitest'
import { holdsOfSelection } from '../../../../src/renderer/matrix/hold/holds-of-selection.ts'
import { GridOrder } from '../../../../src/renderer/matrix/range/grid-order.ts'
import { selectBlock } from '../../../../src/renderer/matrix/range/selection.ts'

const COLUMNS = ['allocated', 'line:1', 'line:2', 'line:3']
const order = new GridOrder([1, 2, 3], COLUMNS)
const ground = { projects: 3, columns: COLUMNS.slice(1), year: 2026 }
const held = (r1: number, c1: string, r2: number, c2: string) =>
  holdsOfSelection(
    selectBlock(order, { row: r1, column: c1 }, { row: r2, column: c2 }),
    ground,
  ).map(({ kind, project, line }) => [kind, project, line])

test('cells are held one by one', () => {
  expect(held(1, 'line:1', 2, 'line:2')).toEqual([
    ['cell', 1, 1],
    ['cell', 1, 2],
    ['cell', 2, 1],
    ['cell', 2, 2],
  ])
})

test('a whole row, a whole column and a total are each held as one', () => {
  expect(held(2, 'line:1', 2, 'line:3')).toEqual([['row', 2, null]])
  expect(held(1, 'line:2', 3, 'line:2')).toEqual([['column', null, 2]])
  expect(held(2, 'allocated', 3, 'allocated')).toEqual([
    ['total', 2, null],
    ['total', 3, null],
  ])
})

test('a column that has a year of its own is held in that year', () => {
  const years = new GridOrder([1], ['line:1:2026', 'line:1:2027'])
  const selection = selectBlock(
    years,
    { row: 1, column: 'line:1:2027' },
    { row: 1, column: 'line:1:2027' },
  )
  expect(holdsOfSelection(selection, { ...ground, columns: years.columns })).toEqual([
    { kind: 'cell', project: 1, line: 1, year: 2027 },
  ])
})
