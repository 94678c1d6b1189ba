import type { CapitalType } from './capital-type.ts'
import type { FiscalYear } from './fiscal-year.ts'
import { type Money, ZERO } from './money.ts'

/** Project group under the Law on Public Investment. */
export type ProjectGroup = 'national' | 'A' | 'B' | 'C'

/** Every project group, largest first. */
export const PROJECT_GROUPS: readonly ProjectGroup[] = ['national', 'A', 'B', 'C']

/** Where a project stands in the statutory priority order. */
export type ProjectStage =
  | 'completed-unpaid'
  | 'counterpart-oda'
  | 'ppp'
  | 'transitional'
  | 'completing'
  | 'new-start'
  | 'preparation'

/** Every project stage, highest priority first. */
export const PROJECT_STAGES: readonly ProjectStage[] = [
  'completed-unpaid',
  'counterpart-oda',
  'ppp',
  'transitional',
  'completing',
  'new-start',
  'preparation',
]

/** The region class of a commune by how hard its conditions are; empty where it has none. */
export type RegionClass = '' | 'I' | 'II' | 'III'

/** Every region class, hardest last. */
export const REGION_CLASSES: readonly RegionClass[] = ['', 'I', 'II', 'III']

/** How a list names communes without a region class, which a project of one leaves empty. */
export const NO_REGION = 'none'

/** One public-investment project; amounts in whole đồng, `needs` per year, unknown years and texts null or empty. */
export interface Project {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly place: string
  readonly isBorder: boolean
  readonly region: RegionClass
  readonly sector: string
  readonly task: string
  readonly group: ProjectGroup
  readonly stage: ProjectStage
  readonly capitalType: CapitalType
  readonly owner: string
  readonly startYear: FiscalYear | null
  readonly endYear: FiscalYear | null
  readonly totalInvestment: Money
  readonly fundedBefore: Money
  readonly arrears: Money
  readonly advance: Money
  readonly decision: string
  readonly decisionDate: string
  readonly exception: string
  readonly needs: ReadonlyMap<FiscalYear, Money>
  /** The declared contribution of each top-level programme, by its id, in basis points. */
  readonly ratios: ReadonlyMap<number, number>
}

/** A project of which nothing is known but its code: group C, a new start, no money. */
export function blankProject(id: number, code: string): Project {
  return {
    id,
    code,
    name: '',
    place: '',
    isBorder: false,
    region: '',
    sector: '',
    task: '',
    group: 'C',
    stage: 'new-start',
    capitalType: 'development',
    owner: '',
    startYear: null,
    endYear: null,
    totalInvestment: ZERO,
    fundedBefore: ZERO,
    arrears: ZERO,
    advance: ZERO,
    decision: '',
    decisionDate: '',
    exception: '',
    needs: new Map(),
    ratios: new Map(),
  }
}
