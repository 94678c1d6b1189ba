import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RULE_CODES, SEVERITIES } from '../../../src/core/rules/rule-code.ts'
import { FlagLayout, groupKey } from '../../../src/renderer/panels/flag-layout.ts'

const short = { severity: 'error', code: 'underfunded', isWaived: false, count: 2 } as const
const missing = {
  severity: 'warning',
  code: 'deadline-missing',
  isWaived: false,
  count: 1,
} as const
const NONE: ReadonlySet<string> = new Set()

function print(layout: FlagLayout): string[] {
  return Array.from({ length: layout.count }, (_, place) => {
    const row = layout.rowAt(place)
    if (!row) return 'nothing'
    return row.kind === 'flag' ? `${row.group.code} ${row.at}` : `${row.kind} ${row.group.code}`
  })
}

test('each group has its heading and then its flags', () => {
  const layout = new FlagLayout([short, missing], NONE, NONE)
  expect(print(layout)).toEqual([
    'heading underfunded',
    'underfunded 0',
    'underfunded 1',
    'heading deadline-missing',
    'deadline-missing 0',
  ])
  expect(layout.rowAt(5)).toBeNull()
})

test('an opened group shows its basis and a closed one hides its flags', () => {
  const keys = new Set([groupKey(short)])
  expect(print(new FlagLayout([short, missing], keys, keys))).toEqual([
    'heading underfunded',
    'basis underfunded',
    'heading deadline-missing',
    'deadline-missing 0',
  ])
})

test('every row is found at its place, whatever is opened and closed', () => {
  const groups = fc.uniqueArray(
    fc.record({
      severity: fc.constantFrom(...SEVERITIES),
      code: fc.constantFrom(...RULE_CODES),
      isWaived: fc.boolean(),
      count: fc.integer({ min: 1, max: 5 }),
    }),
    { selector: groupKey },
  )
  const choices = groups.chain((all) =>
    fc.tuple(fc.constant(all), fc.subarray(all.map(groupKey)), fc.subarray(all.map(groupKey))),
  )
  fc.assert(
    fc.property(choices, ([all, opened, closed]) => {
      const expected = all.flatMap((group) => [
        `heading ${group.code}`,
        ...(opened.includes(groupKey(group)) ? [`basis ${group.code}`] : []),
        ...Array.from(
          { length: closed.includes(groupKey(group)) ? 0 : group.count },
          (_, at) => `${group.code} ${at}`,
        ),
      ])
      expect(print(new FlagLayout(all, new Set(opened), new Set(closed)))).toEqual(expected)
    }),
  )
})
