import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '../../src/core/money.ts'
import { type SpreadCell, type SpreadProject, spreadTotal } from '../../src/core/spread.ts'

function cell(
  project: number,
  line: number,
  amount: number | bigint,
  fields: Partial<SpreadCell> = {},
): SpreadCell {
  const place = { project, line, year: 2026, key: `L${line}` }
  return { ...place, amount: money(amount), room: money(0), isHeld: false, ...fields }
}

function project(id: number, need: number, cells: readonly SpreadCell[]): SpreadProject {
  return { need: money(need), key: `P${id}`, cells }
}

const amounts = (total: number, projects: readonly SpreadProject[]) =>
  spreadTotal(money(total), projects).map(({ amount }) => amount)

test('a group total is shared pro rata to need, the odd đồng to the larger remainder', () => {
  const projects = [project(1, 100, [cell(1, 1, 0)]), project(2, 200, [cell(2, 1, 0)])]
  expect(amounts(100, projects)).toEqual([33n, 67n])
})

test('a project total is shared in the proportion its lines give now', () => {
  expect(amounts(200, [project(1, 500, [cell(1, 1, 30), cell(1, 2, 70)])])).toEqual([60n, 140n])
})

test('where nothing is given yet the room of the lines counts', () => {
  const open = [cell(1, 1, 0, { room: money(300) }), cell(1, 2, 0, { room: money(100) })]
  expect(amounts(40, [project(1, 0, open)])).toEqual([30n, 10n])
})

test('a held cell keeps its money and is not touched', () => {
  const cells = [cell(1, 1, 40, { isHeld: true }), cell(1, 2, 10)]
  expect(spreadTotal(money(100), [project(1, 100, cells)])).toEqual([
    { project: 1, line: 2, year: 2026, amount: 60n },
  ])
  expect(() => spreadTotal(money(39), [project(1, 100, cells)])).toThrow('spread-below-held')
  const all = [cell(1, 1, 40, { isHeld: true })]
  expect(() => spreadTotal(money(41), [project(1, 100, all)])).toThrow('spread-nowhere')
})

test('whatever is spread, held and spread money together are the total', () => {
  const cells = (id: number) =>
    fc
      .array(fc.record({ amount: fc.nat(1000), room: fc.nat(1000), isHeld: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((list) =>
        list.map(({ amount, room, isHeld }, line) =>
          cell(id, line, amount, { room: money(room), isHeld }),
        ),
      )
  const projects = fc.tuple(
    fc.tuple(fc.nat(1000), cells(1)).map(([need, list]) => project(1, need, list)),
    fc.tuple(fc.nat(1000), cells(2)).map(([need, list]) => project(2, need, list)),
  )
  fc.assert(
    fc.property(projects, fc.nat(10_000), (both, extra) => {
      const every = both.flatMap((one) => one.cells)
      fc.pre(every.some(({ isHeld }) => !isHeld))
      const held = every
        .filter(({ isHeld }) => isHeld)
        .reduce((sum, { amount }) => sum + amount, 0n)
      const spread = spreadTotal(money(held + BigInt(extra)), both)
      expect(spread.reduce((sum, { amount }) => sum + amount, 0n)).toBe(BigInt(extra))
      expect(spread.every(({ amount }) => amount >= 0n)).toBe(true)
    }),
    { numRuns: 100 },
  )
})
