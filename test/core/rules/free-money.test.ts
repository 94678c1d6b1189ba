import { expect, test } from 'vitest'
import { LivingFacts } from '../../builders/living-facts.ts'
import { buildPlan } from '../../builders/plan-builder.ts'

const START = { stage: 'new-start', totalInvestment: 1000 } as const

/** 2000 free for all, 500 of it in a line for group A alone. */
const sample = () =>
  new LivingFacts(
    buildPlan()
      .line('NST', { ceiling: { 2026: 1000, 2027: 600 }, reserve: { 2027: 100 } })
      .line('BG', { ceiling: { 2028: 500 }, eligibility: { groups: ['A'] } })
      .project('7000001', { ...START, fundedBefore: 100 })
      .project('7000002', { ...START, group: 'A' })
      .project('7000003'),
  )

test('free money is what the lines that may pay still have, over the years of the plan', () => {
  const { free } = sample().facts
  expect([0, 1].map((project) => free.freeFor(project))).toEqual([1500n, 2000n])
  expect([0, 1, 2].map((project) => free.missing(project))).toEqual([900, 1000, 0])
  expect([0, 1].map((project) => free.isBeyondReach(project))).toEqual([false, false])
})

test('a project is out of reach from one đồng above what is free, and names itself among others then', () => {
  const living = sample()
  const { free } = living.facts
  living.give('7000003', 'NST', 2026, 600)
  expect(free.isBeyondReach(0)).toBe(false)
  expect(living.give('7000003', 'NST', 2026, 601)).toContain('7000001')
  expect(free.isBeyondReach(0)).toBe(true)
  expect(free.isBeyondReach(1)).toBe(false)
  expect(free.freeFor(0)).toBe(899n)
  expect(living.give('7000003', 'NST', 2026, 600)).toContain('7000001')
  expect(free.isBeyondReach(0)).toBe(false)
})

test('far from the mark an edit names nobody', () => {
  const living = sample()
  expect(living.give('7000003', 'NST', 2026, 1)).toEqual([])
  expect(living.give('7000003', 'NST', 2026, 2)).toEqual([])
})

test('what a project itself gets brings it no nearer or farther: it misses as much less', () => {
  const living = sample()
  const { free } = living.facts
  living.give('7000003', 'NST', 2026, 601)
  living.give('7000001', 'NST', 2027, 100)
  expect([free.missing(0), free.freeFor(0), free.isBeyondReach(0)]).toEqual([800, 799n, true])
  // Money of a line beyond its ceiling completes it all the same.
  living.give('7000001', 'NST', 2027, 900)
  expect([free.missing(0), free.isBeyondReach(0)]).toEqual([0, false])
})

test('an exceeded line frees nothing until it is back under its ceiling', () => {
  const living = sample()
  living.give('7000003', 'NST', 2026, 5000)
  expect(living.facts.free.freeFor(0)).toBe(500n)
  living.give('7000003', 'NST', 2026, 999)
  expect(living.facts.free.freeFor(0)).toBe(501n)
})

test('a project that misses nothing is named by no edit of others, even where nothing is free', () => {
  const living = new LivingFacts(
    buildPlan()
      .line('NST')
      .project('7000001', { ...START, fundedBefore: 1000 })
      .project('7000002', { ...START, totalInvestment: 0 })
      .project('7000003'),
  )
  expect(living.give('7000003', 'NST', 2026, 1)).toEqual([])
  expect(living.give('7000001', 'NST', 2026, 1)).toEqual([])
})
