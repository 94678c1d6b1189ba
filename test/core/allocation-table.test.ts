import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Allocation, type Cell, cellKey } from '../../src/core/allocation.ts'
import { AllocationTable } from '../../src/core/allocation-table.ts'
import { money } from '../../src/core/money.ts'

const one = { project: 7, line: 3, year: 2026, amount: money(5), note: 'đợt 1', isHeld: true }

test('a cell reads back what was put into it, until it is cleared', () => {
  const table = new AllocationTable()
  table.set(one)
  table.set({ ...one, year: 2027, note: '' })
  expect(table.get(one)).toEqual(one)
  expect(table.amountAt({ project: 7, line: 3, year: 2028 })).toBe(0n)
  expect(table.delete(one)).toBe(true)
  expect(table.delete(one)).toBe(false)
  expect([...table]).toEqual([{ ...one, year: 2027, note: '' }])
  expect(table.columns().amount).toEqual(Float64Array.of(5))
})

test('whatever is put in and cleared, the table holds what a map would', () => {
  const cells = fc.record<Cell>({
    project: fc.integer({ min: 1, max: 40 }),
    line: fc.integer({ min: 1, max: 6 }),
    year: fc.constantFrom(2026, 2027),
  })
  const values = fc.record({
    amount: fc.bigInt({ min: 1n, max: 10n ** 15n }).map(money),
    note: fc.constantFrom('', 'a'),
    isHeld: fc.boolean(),
  })
  const steps = fc.array(fc.tuple(cells, fc.option(values, { freq: 2 })), { maxLength: 300 })
  fc.assert(
    fc.property(steps, (edits) => {
      const [table, map] = [new AllocationTable(), new Map<string, Allocation>()]
      for (const [cell, value] of edits) {
        if (value) {
          table.set({ ...cell, ...value })
          map.set(cellKey(cell), { ...cell, ...value })
        } else expect(table.delete(cell)).toBe(map.delete(cellKey(cell)))
      }
      expect(new Map([...table].map((entry) => [cellKey(entry), entry]))).toEqual(map)
      expect(table.size).toBe(map.size)
      const brought = AllocationTable.of(structuredClone(table.columns()))
      expect([...brought].map((entry) => cellKey(entry)).sort()).toEqual([...map.keys()].sort())
      brought.set(one)
      expect(brought.amountAt(one)).toBe(5n)
      for (const [cell] of edits) {
        expect(table.get(cell)).toEqual(map.get(cellKey(cell)))
        expect(table.has(cell)).toBe(map.has(cellKey(cell)))
      }
    }),
  )
})
