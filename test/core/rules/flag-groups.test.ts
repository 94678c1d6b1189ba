import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PlanIndex } from '../../../src/core/plan-index.ts'
import { flagsOfYear } from '../../../src/core/rules/check-plan.ts'
import { CurrentFlags } from '../../../src/core/rules/current-flags.ts'
import { groupFlags, pageFlags } from '../../../src/core/rules/flag-groups.ts'
import { waiverKey } from '../../../src/core/waiver.ts'
import { plans } from '../../builders/arbitraries.ts'
import { buildFlawedPlan } from '../../builders/flawed-plan.ts'

const accepted = { reason: 'chờ giao vốn', by: 'A', at: '2026-01-01T00:00:00.000Z' }

test('a waived flag stands in a group of its own, after the open ones', () => {
  const { plan } = buildFlawedPlan()
  const target = { rule: 'reserve-missing', subject: 'plan', id: 0, year: null } as const
  plan.waivers.set(waiverKey(target), { ...target, ...accepted, gauge: 10n ** 15n })
  const flags = new CurrentFlags(new PlanIndex(plan))
  const groups = groupFlags(flags, null)
  expect(groups.at(-1)).toEqual({
    code: 'reserve-missing',
    severity: 'info',
    isWaived: true,
    count: 1,
  })
  expect(groups.filter(({ code }) => code === 'reserve-missing')).toHaveLength(1)
  const [flag] = pageFlags(flags, {
    code: 'reserve-missing',
    severity: 'info',
    isWaived: true,
    year: null,
    from: 0,
    count: 10,
  })
  expect(flag?.waiver).toMatchObject(accepted)
})

test('the groups and their pages together are the whole list, in its order', () => {
  const years = fc.constantFrom(null, 2026, 2028)
  fc.assert(
    fc.property(plans, years, fc.integer({ min: 1, max: 4 }), (plan, year, size) => {
      const flags = new CurrentFlags(new PlanIndex(plan))
      const paged = groupFlags(flags, year).flatMap(({ count, ...group }) => {
        const pages = Array.from({ length: Math.ceil(count / size) }, (_, page) =>
          pageFlags(flags, { ...group, year, from: page * size, count: size }),
        )
        expect(pages.flat()).toHaveLength(count)
        return pages.flat()
      })
      expect(paged).toEqual(flagsOfYear(flags.list(), year))
    }),
    { numRuns: 100 },
  )
})
