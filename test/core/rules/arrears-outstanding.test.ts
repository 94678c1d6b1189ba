import { expect, test } from 'vitest'
import { money } from '../../../src/core/money.ts'
import { PROJECT_STAGES } from '../../../src/core/project.ts'
import { buildPlan } from '../../builders/plan-builder.ts'
import { flagsOf, fullFlagsOf, yearsFlagged } from './flags-of.ts'

/** A project that owes 100 and a new start of its sector that gets one đồng in every year and on either side. */
const sample = (newStart: object = {}, ower: object = {}) =>
  [2025, 2026, 2027, 2028, 2029].reduce(
    (of, year) => of.give('7000002', 'NST', year, 1),
    buildPlan()
      .line('NST')
      .project('7000001', { arrears: money(100), ...ower })
      .project('7000002', { stage: 'new-start', ...newStart }),
  )

test('a new start is flagged while one đồng of another project of its sector is owed', () => {
  const covered = (amount: number) => sample().give('7000001', 'NST', 2026, amount)
  expect(flagsOf('arrears-outstanding', covered(101))).toEqual([])
  expect(flagsOf('arrears-outstanding', covered(100))).toEqual([])
  expect(fullFlagsOf('arrears-outstanding', covered(99))[0]).toEqual({
    code: 'arrears-outstanding',
    severity: 'error',
    subject: { kind: 'project', id: 2, code: '7000002' },
    year: 2026,
    waiver: null,
    gauge: 1n,
    detail: { arrears: 1n, projects: 1, projectCodes: ['7000001'], amount: 1n },
  })
})

test('arrears are covered by the money up to the year, the years before the plan too', () => {
  const covered = (amounts: Readonly<Record<number, number>>) =>
    Object.entries(amounts).reduce(
      (of, [year, amount]) => of.give('7000001', 'NST', Number(year), amount),
      sample(),
    )
  expect(yearsFlagged('arrears-outstanding', covered({}))).toEqual([2026, 2027, 2028])
  expect(yearsFlagged('arrears-outstanding', covered({ 2026: 60, 2027: 40 }))).toEqual([2026])
  expect(yearsFlagged('arrears-outstanding', covered({ 2028: 100 }))).toEqual([2026, 2027])
  expect(yearsFlagged('arrears-outstanding', covered({ 2025: 100 }))).toEqual([])
  expect(yearsFlagged('arrears-outstanding', covered({ 2029: 100 }))).toEqual([2026, 2027, 2028])
  expect(flagsOf('arrears-outstanding', sample({}, { fundedBefore: 100 }))).toHaveLength(3)
})

test('a new start without money waits already', () => {
  const builder = buildPlan()
    .project('7000001', { arrears: money(100) })
    .project('7000002', { stage: 'new-start' })
  expect(flagsOf('arrears-outstanding', builder)).toEqual([])
})

test('only new starts wait, and only for arrears of their own sector', () => {
  const flagged = PROJECT_STAGES.filter(
    (stage) => flagsOf('arrears-outstanding', sample({ stage })).length > 0,
  )
  expect(flagged).toEqual(['new-start'])
  expect(flagsOf('arrears-outstanding', sample({ sector: 'giáo dục' }))).toEqual([])
  const spelt = { sector: ' GIAO thông'.normalize('NFD') }
  expect(flagsOf('arrears-outstanding', sample(spelt))).toHaveLength(3)
  expect(flagsOf('arrears-outstanding', sample({}, { arrears: money(0) }))).toEqual([])
})

test('projects that name no sector are one sector', () => {
  expect(flagsOf('arrears-outstanding', sample({ sector: '' }, { sector: '' }))).toHaveLength(3)
})

test('what a new start owes itself holds up other new starts and not itself', () => {
  const builder = sample({}, { stage: 'new-start' }).give('7000001', 'NST', 2026, 1)
  expect(fullFlagsOf('arrears-outstanding', builder)).toMatchObject([
    { subject: { code: '7000002' }, year: 2026, gauge: 99n },
    { subject: { code: '7000002' }, year: 2027, gauge: 99n },
    { subject: { code: '7000002' }, year: 2028, gauge: 99n },
  ])
})

test('all that is owed in the sector adds up, project by project', () => {
  const builder = sample()
    .project('6000009', { arrears: money(30) })
    .project('7000003', { arrears: money(7), sector: 'giáo dục' })
    .give('6000009', 'NST', 2027, 31)
  expect(fullFlagsOf('arrears-outstanding', builder)).toMatchObject([
    { gauge: 130n, detail: { projects: 2, projectCodes: ['6000009', '7000001'] } },
    // Money beyond what one project owes is no money for another.
    { gauge: 100n, detail: { projects: 1, projectCodes: ['7000001'] } },
    { gauge: 100n, detail: { projects: 1 } },
  ])
})
