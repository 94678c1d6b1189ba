import { money } from '../../src/core/money.ts'
import { DEFAULT_POLICY } from '../../src/core/policy.ts'
import { type PlanBuilder, buildPlan } from './plan-builder.ts'

const LATE = { startYear: 2020, endYear: 2027, group: 'C' } as const
const STARTING = { stage: 'new-start', sector: 'y tế' } as const

/** A plan that raises every rule of the catalogue at least once. */
export function buildFlawedPlan(): PlanBuilder {
  const policy = { ...DEFAULT_POLICY, maxProgrammes: 1, counterpart: new Map([[1, 5_000]]) }
  const builder = buildPlan({ policy })
  builder.plan.tasks.set(1, { id: 1, code: 'NV1', name: 'Cửa khẩu', basis: 'NQ 23/NQ-CP' })
  return (
    builder
      .programme('NTM', { kind: 'national-target' })
      .programme('DTTS', { kind: 'national-target' })
      .line('NTM-BG', {
        programme: 'NTM',
        source: 'central',
        ceiling: { 2026: 10_000_000_000 },
        eligibility: { borderOnly: true, places: ['Mô Rai'] },
        validUntil: 2026,
      })
      .line('DTTS-SN', {
        programme: 'DTTS',
        source: 'central',
        capitalType: 'recurrent',
        eligibility: { places: ['Ia Đal'] },
      })
      // Ended, late, away from the border, and one code spelt twice.
      .project('765', {
        ...LATE,
        isBorder: false,
        endYear: null,
        totalInvestment: 5,
        need: { 2026: 20_000 },
      })
      .project('7.65', {
        ...LATE,
        need: { 2026: 12_500_000_000n },
        totalInvestment: 90_000_000_000n,
      })
      .project('7000003', { sector: 'y tế', arrears: money(7), need: { 2026: 9 } })
      .project('7000004', { ...STARTING, totalInvestment: 99_000_000_000n })
      .give('765', 'NTM-BG', 2026, 10)
      .give('7.65', 'NTM-BG', 2026, 10_199_000_000n)
      .give('7.65', 'DTTS-SN', 2026, 1_000_000)
      .give('7000004', 'NTM-BG', 2027, 600_000_000)
      .give('7000004', 'NTM-BG', 2026, 600_000_000)
  )
}
