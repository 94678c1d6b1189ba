import { expect, test } from 'vitest'
import { money } from '../../../src/core/money.ts'
import { DEFAULT_POLICY } from '../../../src/core/policy.ts'
import { buildPlan, buildPlanUnder } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

const BILLION = 1_000_000_000

/** So many projects paid the same by one line in a year, the first of them a little less. */
function spread(
  count: number,
  {
    each = BILLION,
    less = 0,
    year = 2026,
    builder = buildPlan({ policy: DEFAULT_POLICY }),
    capitalType = 'development' as 'development' | 'recurrent',
  } = {},
) {
  builder.line('NST', { capitalType })
  for (let i = 1; i <= count; i += 1) {
    builder.project(`${7000000 + i}`, { capitalType })
    builder.give(`${7000000 + i}`, 'NST', year, i === 1 ? each - less : each)
  }
  return builder
}

test('a line is flagged from one project above twenty', () => {
  expect(flagsOf('scattered-line', spread(19))).toEqual([])
  expect(flagsOf('scattered-line', spread(20))).toEqual([])
  expect(fullFlagsOf('scattered-line', spread(21))).toEqual([
    {
      code: 'scattered-line',
      severity: 'info',
      subject: { kind: 'line', id: 1, code: 'NST' },
      year: 2026,
      waiver: null,
      gauge: 1_000_000_000n,
      detail: {
        projects: 21,
        average: 1_000_000_000n,
        allocated: 21_000_000_000n,
        limit: 20,
        least: 1_000_000_000n,
      },
    },
  ])
})

test('a line is flagged from one đồng below 1 tỷ on average', () => {
  expect(flagsOf('scattered-line', spread(3, { less: -1 }))).toEqual([])
  expect(flagsOf('scattered-line', spread(3))).toEqual([])
  expect(fullFlagsOf('scattered-line', spread(3, { less: 1 }))).toMatchObject([
    { gauge: 1n, detail: { projects: 3, average: 999_999_999n, allocated: 2_999_999_999n } },
  ])
})

test('it is worse with every project too many and with every đồng below the average', () => {
  const gauge = (builder: ReturnType<typeof spread>) =>
    fullFlagsOf('scattered-line', builder)[0]?.gauge ?? 0n
  expect(gauge(spread(22))).toBeGreaterThan(gauge(spread(21)))
  expect(gauge(spread(22, { each: BILLION - 1 }))).toBeGreaterThan(gauge(spread(22)))
  const counted = { builder: buildPlanUnder({ maxProjects: 1 }) }
  expect(gauge(spread(3, counted))).toBe(2n)
})

test('recurrent lines and lines that pay nobody are not scattered', () => {
  expect(flagsOf('scattered-line', spread(21, { each: 1, capitalType: 'recurrent' }))).toEqual([])
  expect(flagsOf('scattered-line', spread(0))).toEqual([])
})

test('each year of the period is judged alone, years outside it are not', () => {
  for (const year of [2026, 2027, 2028]) {
    expect(yearsFlagged('scattered-line', spread(1, { each: 1, year }))).toEqual([year])
  }
  expect(yearsFlagged('scattered-line', spread(1, { each: 1, year: 2025 }))).toEqual([])
  expect(yearsFlagged('scattered-line', spread(1, { each: 1, year: 2029 }))).toEqual([])
  const apart = spread(11, { builder: buildPlanUnder({ maxProjects: 11 }) })
    .project('8000001')
    .give('8000001', 'NST', 2027, BILLION)
  expect(flagsOf('scattered-line', apart)).toEqual([])
})

test('the policy sets the number and the average', () => {
  const policy = (maxProjects: number, minAverage: number) => ({
    each: 100,
    builder: buildPlanUnder({ maxProjects, minAverage: money(minAverage) }),
  })
  expect(flagsOf('scattered-line', spread(2, policy(2, 100)))).toEqual([])
  expect(flagsOf('scattered-line', spread(2, policy(1, 100)))).toHaveLength(1)
  expect(flagsOf('scattered-line', spread(2, policy(2, 101)))).toHaveLength(1)
})
