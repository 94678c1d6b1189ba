import { type Money, money } from './money.ts'
import type { ProjectGroup, ProjectStage } from './project.ts'
import type { RuleCode, Severity, Trust } from './rules/rule-code.ts'

/** A place in the priority order: earlier tiers, smaller numbers, are funded first. */
export interface PriorityTier {
  readonly stage: ProjectStage
  readonly tier: number
  /** Where the place comes from, as a person cites it. */
  readonly source: string
  readonly trust: Trust
}

/** A rule made milder, graver or switched off, by whom and why. */
export interface RuleSetting {
  readonly severity: Severity | 'off'
  readonly by: string
  readonly reason: string
}

/** What the user may decide about a plan's checks; product defaults, never law. Shares in basis points. */
export interface Policy {
  /** Most top-level target programmes on a project in a year. */
  readonly maxProgrammes: number
  /** A project is underfunded below this share of its need. */
  readonly coverage: number
  /** The least a line should give a project in a year, whole đồng. */
  readonly minShare: Money
  /** The least share of a project's allocation a line should give. */
  readonly minSharePart: number
  /** Most projects a development line should pay in a year. */
  readonly maxProjects: number
  /** The least average a development line should give, whole đồng. */
  readonly minAverage: Money
  /** The part of central development money to keep in reserve. */
  readonly reservePart: number
  /** Most years money may be arranged for a project, by group; null without limit. */
  readonly allowedYears: Readonly<Record<ProjectGroup, number | null>>
  readonly tiers: readonly PriorityTier[]
  /** The least local money per central money of a top-level programme, by the programme's id; none is shipped. */
  readonly counterpart: ReadonlyMap<number, number>
  readonly rules: ReadonlyMap<RuleCode, RuleSetting>
}

const ORDER_2019 = 'Luật Đầu tư công 39/2019/QH14, Điều 51 khoản 4'

/** The priority order of the 2019 law, as a secondary source gives it. */
export const TIERS_2019: readonly PriorityTier[] = (
  [
    ['completed-unpaid', 1],
    ['counterpart-oda', 2],
    ['ppp', 2],
    ['transitional', 3],
    ['completing', 3],
    ['new-start', 4],
    ['preparation', 5],
  ] as const
).map(([stage, tier]) => ({ stage, tier, source: ORDER_2019, trust: 'S' }))

/** The policy of a new plan. */
export const DEFAULT_POLICY: Policy = {
  maxProgrammes: 2,
  coverage: 10_000,
  minShare: money(500_000_000),
  minSharePart: 1_000,
  maxProjects: 20,
  minAverage: money(1_000_000_000),
  reservePart: 1_000,
  // Luật Đầu tư công 39/2019/QH14, Điều 52 khoản 2, from a secondary source.
  allowedYears: { national: null, A: 6, B: 4, C: 3 },
  tiers: TIERS_2019,
  counterpart: new Map(),
  rules: new Map(),
}
