import { expect, test } from 'vitest'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf } from './flags-of.ts'

const funded = (amount: number, totalInvestment = 1000) =>
  buildPlan()
    .line('NST')
    .project('7000001', { totalInvestment, fundedBefore: 900 })
    .give('7000001', 'NST', 2026, 40)
    .give('7000001', 'NST', 2028, amount - 40)

test('a project is flagged from one đồng above its total investment, money before the plan included', () => {
  expect(flagsOf('total-investment-exceeded', funded(99))).toEqual([])
  expect(flagsOf('total-investment-exceeded', funded(100))).toEqual([])
  expect(flagsOf('total-investment-exceeded', funded(101))).toEqual([
    {
      code: 'total-investment-exceeded',
      severity: 'error',
      subject: { kind: 'project', id: 1, code: '7000001' },
      year: null,
      detail: { totalInvestment: 1000n, funded: 1001n, excess: 1n },
    },
  ])
})

test('a project whose total investment is unknown is not flagged', () => {
  expect(flagsOf('total-investment-exceeded', funded(101, 0))).toEqual([])
})

test('money before the plan alone can exceed', () => {
  const builder = buildPlan().project('7000001', { totalInvestment: 10, fundedBefore: 11 })
  expect(flagsOf('total-investment-exceeded', builder)).toHaveLength(1)
})
