import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FlagMarks, noCounts } from '../../../src/core/rules/flag-marks.ts'
import { SEVERITIES, type Severity } from '../../../src/core/rules/rule-code.ts'

test('a row keeps how many flags it has and how serious they are', () => {
  const marks = new FlagMarks(3)
  marks.set(1, 2, 'warning')
  marks.set(2, 1, 'info')
  expect([marks.countAt(0), marks.countAt(1), marks.countAt(2)]).toEqual([0, 2, 1])
  expect([marks.severityAt(1), marks.severityAt(2)]).toEqual(['warning', 'info'])
  expect(marks.counts).toEqual({ error: 0, warning: 2, info: 1 })
})

test('marking a row anew takes back what it counted for', () => {
  const marks = new FlagMarks(1)
  marks.set(0, 3, 'info')
  marks.set(0, 2, 'error')
  expect(marks.counts).toEqual({ error: 2, warning: 0, info: 0 })
  marks.set(0, 0, 'error')
  expect(marks.counts).toEqual(noCounts())
  expect(marks.countAt(0)).toBe(0)
})

test('a row holds as many flags as a project has lines', () => {
  const marks = new FlagMarks(1)
  marks.set(0, 16_000, 'info')
  expect([marks.countAt(0), marks.severityAt(0)]).toEqual([16_000, 'info'])
})

test('counts are those of the last marks, whatever stood before', () => {
  const steps = fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.constantFrom<Severity>(...SEVERITIES)), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(steps, (sets) => {
      const marks = new FlagMarks(5)
      const last = new Map<number, { count: number; severity: Severity }>()
      for (const [row, count, severity] of sets) {
        marks.set(row, count, severity)
        last.set(row, { count, severity })
      }
      const counted = noCounts()
      for (const [row, { count, severity }] of last) {
        counted[severity] += count
        expect(marks.countAt(row)).toBe(count)
        if (count > 0) expect(marks.severityAt(row)).toBe(severity)
      }
      expect(marks.counts).toEqual(counted)
    }),
    { numRuns: 200 },
  )
})
