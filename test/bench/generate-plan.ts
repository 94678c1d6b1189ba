import { type Cell, cellKey } from '../../src/core/allocation.ts'
import type { FundingLine } from '../../src/core/funding-line.ts'
import { money } from '../../src/core/money.ts'
import { type Plan, createPlan } from '../../src/core/plan.ts'
import { DEFAULT_POLICY } from '../../src/core/policy.ts'
import { PROJECT_GROUPS, PROJECT_STAGES, type Project } from '../../src/core/project.ts'

/** One work size: how many projects and lines, and how many cells hold money. */
export interface WorkSize {
  readonly projects: number
  readonly lines: number
  readonly allocations: number
}

/** The three sizes every figure is given for. */
export const WORK_SIZES = {
  small: { projects: 300, lines: 12, allocations: 900 },
  province: { projects: 3_000, lines: 40, allocations: 12_000 },
  nation: { projects: 60_000, lines: 120, allocations: 250_000 },
} as const satisfies Record<string, WorkSize>

/** The name of a work size. */
export type SizeName = keyof typeof WORK_SIZES

const YEARS = [2026, 2027, 2028, 2029, 2030] as const
const SECTORS = ['giao thông', 'giáo dục', 'y tế', 'nông nghiệp', 'quốc phòng', 'cửa khẩu']
const PLACES = Array.from({ length: 40 }, (_, i) => `Xã ${i + 1}`)
const SEED = 20_261_124

/** Synthetic plans, always the same for a size: every figure is a whole đồng as real plans in triệu with six decimals have. */
export function generatePlan({ projects, lines, allocations }: WorkSize): Plan {
  const random = createRandom(SEED)
  const plan = createPlan({
    title: 'Kế hoạch sinh để đo (số liệu giả lập)',
    organisation: '',
    from: 2026,
    to: 2030,
    basis: '',
    policy: DEFAULT_POLICY,
  })
  addProgrammes(plan)
  for (let id = 1; id <= lines; id += 1) {
    plan.lines.set(id, makeLine(random, id, { projects, lines }))
  }
  for (let id = 1; id <= projects; id += 1) plan.projects.set(id, makeProject(random, id))
  for (const cell of someCells(random, { projects, lines, allocations })) {
    plan.allocations.set({ ...cell, amount: someAmount(random, 3_000), note: '', isHeld: false })
  }
  return plan
}

/** Different cells in the order a workbook's table gives them. */
function someCells(random: (below: number) => number, size: WorkSize): Cell[] {
  const cells = new Map<string, Cell>()
  while (cells.size < size.allocations) {
    const cell = {
      project: 1 + random(size.projects),
      line: 1 + random(size.lines),
      year: pick(random, YEARS),
    }
    cells.set(cellKey(cell), cell)
  }
  return [...cells.values()].sort(
    (a, b) => a.project - b.project || a.line - b.line || a.year - b.year,
  )
}

/** Whole numbers from 0 to below a bound, the same for the same seed (xorshift32). */
export function createRandom(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function addProgrammes(plan: Plan): void {
  const kinds = [
    'state-budget',
    'national-target',
    'national-target',
    'national-target',
    'target',
  ] as const
  kinds.forEach((kind, i) => {
    const id = i + 1
    plan.programmes.set(id, { id, code: `CT${id}`, name: `Chương trình ${id}`, kind, parent: null })
  })
}

function makeLine(
  random: (below: number) => number,
  id: number,
  size: Pick<WorkSize, 'projects' | 'lines'>,
): FundingLine {
  const share = Math.ceil((size.projects * 2_500) / size.lines)
  const some = <T>(all: readonly T[], count: number) => (random(3) === 0 ? all.slice(0, count) : [])
  return {
    id,
    code: `NV${String(id).padStart(3, '0')}`,
    name: `Nguồn vốn ${id}`,
    programme: 1 + (id % 5),
    source: pick(random, ['central', 'provincial', 'commune', 'oda']),
    capitalType: random(8) === 0 ? 'recurrent' : 'development',
    budgetCodes: '',
    validUntil: random(10) === 0 ? 2027 : null,
    eligibility: {
      sectors: some(SECTORS, 4),
      places: some(PLACES, 20),
      regions: [],
      groups: some(PROJECT_GROUPS, 3),
      stages: [],
      borderOnly: random(6) === 0,
    },
    basis: '',
    years: new Map(
      YEARS.map((year) => [
        year,
        { ceiling: someAmount(random, share), reserve: money(random(1_000_000_000)) },
      ]),
    ),
  }
}

function makeProject(random: (below: number) => number, id: number): Project {
  const place = random(PLACES.length)
  return {
    id,
    code: String(7_000_000 + id),
    name: `Công trình số ${id} ${PLACES[place]}`,
    place: PLACES[place] ?? '',
    isBorder: place < 25,
    region: '',
    sector: pick(random, SECTORS),
    task: '',
    group: pick(random, PROJECT_GROUPS),
    stage: pick(random, PROJECT_STAGES),
    capitalType: random(10) === 0 ? 'recurrent' : 'development',
    owner: `Ban quản lý ${random(30)}`,
    startYear: 2022 + random(7),
    endYear: random(20) === 0 ? null : 2026 + random(5),
    totalInvestment: someAmount(random, 60_000),
    fundedBefore: someAmount(random, 5_000),
    arrears: random(20) === 0 ? someAmount(random, 1_000) : money(0),
    advance: money(0),
    decision: random(3) === 0 ? '' : `${id}/QĐ-UBND`,
    decisionDate: '2025-12-01',
    exception: '',
    needs: new Map(YEARS.map((year) => [year, someAmount(random, 3_000)])),
    ratios: new Map(),
  }
}

/** Up to so many triệu, to the đồng. */
function someAmount(random: (below: number) => number, millions: number) {
  return money(random(millions) * 1_000_000 + random(1_000_000) + 1)
}

function pick<T>(random: (below: number) => number, all: readonly T[]): T {
  return all[random(all.length)] as T
}
