import type { CapitalType } from './capital-type.ts'
import type { FiscalYear } from './fiscal-year.ts'
import type { Money } from './money.ts'
import type { ProjectGroup, ProjectStage, RegionClass } from './project.ts'

/** The level or origin a funding line's money comes from. */
export type FundingSource =
  | 'central'
  | 'provincial'
  | 'commune'
  | 'district-legacy'
  | 'bond'
  | 'oda'
  | 'lottery'
  | 'land'
  | 'other-legal'

/** Every funding source, in the order screens list them. */
export const FUNDING_SOURCES: readonly FundingSource[] = [
  'central',
  'provincial',
  'commune',
  'district-legacy',
  'bond',
  'oda',
  'lottery',
  'land',
  'other-legal',
]

/** What a line may spend in one year: its ceiling, of which the reserve stays unallocated; whole đồng. */
export interface LineYear {
  readonly ceiling: Money
  readonly reserve: Money
}

/** Which projects a line may pay; an empty list allows all. */
export interface LineEligibility {
  readonly sectors: readonly string[]
  readonly places: readonly string[]
  readonly groups: readonly ProjectGroup[]
  readonly stages: readonly ProjectStage[]
  readonly regions: readonly RegionClass[]
  readonly borderOnly: boolean
}

/** One specific capital source: a programme's money of one origin and capital type. */
export interface FundingLine {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly programme: number | null
  readonly source: FundingSource
  readonly capitalType: CapitalType
  readonly budgetCodes: string
  readonly validUntil: FiscalYear | null
  readonly eligibility: LineEligibility
  readonly basis: string
  readonly years: ReadonlyMap<FiscalYear, LineYear>
}

/** A line of which nothing is known but its code: any project may have its money, of which there is none. */
export function blankLine(id: number, code: string): FundingLine {
  return {
    id,
    code,
    name: '',
    programme: null,
    source: 'other-legal',
    capitalType: 'development',
    budgetCodes: '',
    validUntil: null,
    eligibility: {
      sectors: [],
      places: [],
      regions: [],
      groups: [],
      stages: [],
      borderOnly: false,
    },
    basis: '',
    years: new Map(),
  }
}
