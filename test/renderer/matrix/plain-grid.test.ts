import { expect, test } from 'vitest'
import { changedOptions } from '../../../src/renderer/matrix/plain-grid.tsx'

test('only the options that are not what they were go to the grid again', () => {
  const rows = [{ id: 1 }]
  const before = { rowData: rows, headerHeight: 46, context: { year: 2026 } }
  const context = { year: 2026 }
  expect(changedOptions(before, { rowData: rows, headerHeight: 46, context })).toEqual({ context })
  expect(changedOptions(before, { ...before })).toBeNull()
})
