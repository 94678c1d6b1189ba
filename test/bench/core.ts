import { money } from '../../src/core/money.ts'
import type { Plan } from '../../src/core/plan.ts'
import { allocationChange } from '../../src/core/plan-change.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { Decimal } from '../../src/core/decimal.ts'
import { basisPoints } from '../../src/core/ratio.ts'
import { CurrentFlags } from '../../src/core/rules/current-flags.ts'
import { sumAmounts } from '../../src/core/sum-amounts.ts'
import { createRandom } from './generate-plan.ts'

/** One measured piece of work beside its peer, ms; medians of several runs. */
export interface BenchFigure {
  readonly work: string
  readonly ours: number
  readonly peer: number | null
  readonly peerName: string
  /** The goal, where one is stated. */
  readonly limit: number | null
}

const RUNS = 5
const EDITS = 10_000
// One batch in which the machine looks elsewhere says nothing of the others: their median is told.
const BATCH = 200

/** Measures totals, flags, edits, sums and shares of a plan, each proven equal to its exact peer before it is timed. */
export function measureCore(plan: Plan): BenchFigure[] {
  const index = new PlanIndex(plan)
  const amounts = plan.allocations.columns().amount.slice()
  const whole = [...amounts].map(BigInt)
  const exact = whole.reduce((sum, amount) => sum + amount, 0n)
  prove(index.totals().allocated === exact, 'the totals of the index')
  prove(sumAmounts(amounts) === exact, 'the sum')
  proveShares(amounts)
  return [
    figure('full recompute', () => void new PlanIndex(plan), {
      peerName: 'objects and decimal.js',
      peer: () => recomputeNaively(plan),
      limit: 40,
    }),
    figure('every rule on the whole plan', () => void new CurrentFlags(index), { limit: 150 }),
    { ...measureEdits(plan), limit: 0.005 },
    figure('exact sum of all amounts', () => void sumAmounts(amounts), {
      peerName: 'decimal.js',
      peer: () => void [...amounts].reduce((sum, of) => sum.plus(of), new Decimal(0)),
      limit: 1,
    }),
    figure('every share in basis points', () => void shares(amounts, basisPoints), {
      peerName: 'decimal.js',
      peer: () => void shares(amounts, exactShare),
      limit: 5,
    }),
  ]
}

function measureEdits(plan: Plan): BenchFigure {
  const index = new PlanIndex(plan)
  const flags = new CurrentFlags(index)
  const random = createRandom(7)
  const cells = [...plan.allocations].map(({ project, line, year }) => ({ project, line, year }))
  const edit = () => {
    const cell = cells[random(cells.length)]
    if (!cell) throw new Error('the plan is empty')
    const amount = money(random(3_000) * 1_000_000 + random(1_000_000) + 1)
    flags.follow(index.apply([allocationChange(plan, cell, amount)]))
  }
  const batch = () => {
    for (let done = 0; done < BATCH; done += 1) edit()
  }
  const ours = median(batch, EDITS / BATCH) / BATCH
  const fresh = new PlanIndex(plan)
  prove(index.totals().shortfall === fresh.totals().shortfall, 'the totals after the edits')
  prove(
    JSON.stringify(flags.counts()) === JSON.stringify(new CurrentFlags(fresh).counts()),
    'the flags after the edits',
  )
  return { work: 'one edit with totals and flags', ours, peer: null, peerName: '', limit: null }
}

function recomputeNaively(plan: Plan): void {
  const totals = new Map<string, Decimal>()
  for (const { project, line, year, amount } of plan.allocations) {
    for (const key of [`p${project}:${year}`, `l${line}:${year}`, `y${year}`]) {
      totals.set(key, (totals.get(key) ?? new Decimal(0)).plus(amount.toString()))
    }
  }
}

function proveShares(amounts: Float64Array): void {
  const [fast, exact] = [shares(amounts, basisPoints), shares(amounts, exactShare)]
  prove(
    fast.every((share, at) => share === exact[at]),
    'the shares',
  )
}

/** The share of each amount in itself and the one before it. */
function shares(amounts: Float64Array, share: (part: number, whole: number) => number) {
  const found = new Float64Array(amounts.length)
  let before = 1
  for (let at = 0; at < amounts.length; at += 1) {
    const amount = amounts[at] as number
    found[at] = share(amount, amount + before)
    before = amount
  }
  return found
}

function exactShare(part: number, whole: number): number {
  return new Decimal(part).times(10_000).div(whole).toDecimalPlaces(0).toNumber()
}

function figure(
  work: string,
  run: () => void,
  {
    peer = null,
    peerName = '',
    limit = null,
  }: { peer?: (() => void) | null; peerName?: string; limit?: number | null } = {},
): BenchFigure {
  return { work, ours: median(run), peer: peer && median(peer), peerName, limit }
}

function median(run: () => void, runs = RUNS): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0
}

function prove(isEqual: boolean, what: string): void {
  if (!isEqual) throw new Error(`${what} differ from the exact recomputation`)
}
