import { isDeepStrictEqual } from 'node:util'
import type { Cell } from '../../src/core/allocation.ts'
import { money } from '../../src/core/money.ts'
import type { Plan } from '../../src/core/plan.ts'
import { allocationChange, invertChanges } from '../../src/core/plan-change.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { Decimal } from '../../src/core/decimal.ts'
import { basisPoints } from '../../src/core/ratio.ts'
import { CurrentFlags } from '../../src/core/rules/current-flags.ts'
import { sumAmounts } from '../../src/core/sum-amounts.ts'
import { createRandom } from './generate-plan.ts'
import { HAS_OFFICE } from '../end-to-end/office-window.ts'
import { type OfficeTotals, editInOffice } from './office-peer.ts'
import { SheetPeer } from './sheet-peer.ts'
import { SqlPeer } from './sql-peer.ts'

/** One measured piece of work beside one peer, ms; medians of several runs. */
export interface BenchFigure {
  readonly work: string
  readonly ours: number
  readonly peer: number | null
  readonly peerName: string
  /** The goal, where one is stated. */
  readonly limit: number | null
}

const RUNS = 9
const EDITS = 10_000
// One batch in which the machine looks elsewhere says nothing of the others: their median is told.
const BATCH = 200
/** Enough that a clock of whole milliseconds tells the time of one. */
const OFFICE_EDITS = 200
/** A sheet engine takes over a minute to build a nation. */
const LARGEST_SHEET = 50_000

/** Measures totals, flags, edits, sums and shares of a plan, each proven equal to its exact peer before it is timed. */
export function measureCore(plan: Plan): BenchFigure[] {
  const index = new PlanIndex(plan)
  const amounts = plan.allocations.columns().amount.slice()
  const exact = [...amounts].map(BigInt).reduce((sum, amount) => sum + amount, 0n)
  prove(index.totals().allocated === exact, 'the totals of the index')
  prove(sumAmounts(amounts) === exact, 'the sum')
  proveShares(amounts)
  const sheet = plan.allocations.size <= LARGEST_SHEET ? measureSheet(plan, exact) : null
  const office = measureOffice(plan)
  return [
    ...beside(
      'full recompute',
      40,
      median(() => void new PlanIndex(plan)),
      {
        'objects and decimal.js': median(() => recomputeNaively(plan)),
        'SQL views': measureViews(plan, exact),
        [`HyperFormula, built; its total is ${sheet?.off ?? 0} đ off`]: sheet?.build ?? null,
      },
    ),
    ...beside(
      'every rule on the whole plan',
      150,
      median(() => void new CurrentFlags(index)),
      {},
    ),
    ...beside('one edit with totals', null, measureEdits(plan, false), {
      'HyperFormula, sums': sheet?.edit ?? null,
      'LibreOffice Calc, sums and one flag a row': office,
    }),
    ...beside('one edit with totals and flags', 0.005, measureEdits(plan, true), {
      'LibreOffice Calc, sums and one flag a row': office,
    }),
    ...beside(
      'exact sum of all amounts',
      1,
      median(() => void sumAmounts(amounts)),
      {
        'decimal.js': median(
          () => void [...amounts].reduce((sum, of) => sum.plus(of), new Decimal(0)),
        ),
        'doubles, wrong beyond 2^53': median(() => void amounts.reduce((sum, of) => sum + of, 0)),
      },
    ),
    ...beside(
      'every share in basis points',
      5,
      median(() => void fastShares(amounts)),
      {
        'decimal.js': median(() => void exactShares(amounts)),
      },
    ),
  ]
}

/** One row for each peer that was measured, or one without any. */
function beside(
  work: string,
  limit: number | null,
  ours: number,
  peers: Readonly<Record<string, number | null>>,
): BenchFigure[] {
  const rows = Object.entries(peers).flatMap(([peerName, peer]) =>
    peer === null ? [] : [{ work, ours, peer, peerName, limit }],
  )
  return rows.length > 0 ? rows : [{ work, ours, peer: null, peerName: '', limit }]
}

/** The times of a sheet engine, and by how many đồng its sum of everything is wrong. */
function measureSheet(plan: Plan, exact: bigint): { build: number; edit: number; off: bigint } {
  const start = performance.now()
  const sheet = new SheetPeer(plan)
  const build = performance.now() - start
  const off = BigInt(sheet.total) - exact
  prove((off < 0n ? -off : off) * 1_000_000n < exact, 'the totals of the sheet engine')
  const cells = [...plan.allocations]
  const random = createRandom(7)
  const edit = median(() => {
    const cell = cells[random(cells.length)]
    if (cell) sheet.edit(cell, random(1_000_000_000) + 1)
  }, 25)
  sheet.close()
  return { build, edit, off }
}

/** The time of one edit in LibreOffice Calc, whose sums and flags are ours before the edits and after them. */
function measureOffice(plan: Plan): number | null {
  if (plan.allocations.size > LARGEST_SHEET) return null
  if (!HAS_OFFICE) {
    console.info('LibreOffice is not installed: one edit is not compared with its Calc.')
    return null
  }
  const cells = [...plan.allocations]
  const random = createRandom(11)
  const edits = Array.from({ length: OFFICE_EDITS }, () => {
    const { project, line, year } = cells[random(cells.length)] as Cell
    return { project, line, year, amount: random(1_000_000_000) + 1 }
  })
  const office = editInOffice(plan, edits)
  const index = new PlanIndex(plan)
  prove(isDeepStrictEqual(office.before, officeTotals(index)), 'the figures of LibreOffice')
  const done = edits.map((edit) => {
    const change = allocationChange(plan, edit, money(edit.amount))
    index.apply([change])
    return change
  })
  prove(isDeepStrictEqual(office.after, officeTotals(index)), 'its figures after the edits')
  index.apply(invertChanges(done))
  return office.edit
}

/** What a sheet of LibreOffice says of a plan, as the index has it. */
function officeTotals(index: PlanIndex): OfficeTotals {
  const { projects } = index
  let short = 0
  for (let row = 0; row < projects.rows; row += 1) short += Number(projects.shortfall(row) > 0)
  return { allocated: index.totals().allocated, short }
}

function measureViews(plan: Plan, exact: bigint): number {
  const views = new SqlPeer(plan)
  prove(views.recompute() === exact, 'the totals of the views')
  const took = median(() => void views.recompute())
  views.close()
  return took
}

/** The time of one edit and the totals it moves, and of the flags of every rule where they are asked for. */
function measureEdits(plan: Plan, isFlagged: boolean): number {
  const index = new PlanIndex(plan)
  const flags = isFlagged ? new CurrentFlags(index) : null
  const random = createRandom(7)
  const cells = [...plan.allocations].map(({ project, line, year }) => ({ project, line, year }))
  const edit = () => {
    const cell = cells[random(cells.length)]
    if (!cell) throw new Error('the plan is empty')
    const amount = money(random(3_000) * 1_000_000 + random(1_000_000) + 1)
    const touched = index.apply([allocationChange(plan, cell, amount)])
    flags?.follow(touched)
  }
  const batch = () => {
    for (let done = 0; done < BATCH; done += 1) edit()
  }
  const ours = median(batch, EDITS / BATCH) / BATCH
  const fresh = new PlanIndex(plan)
  prove(index.totals().shortfall === fresh.totals().shortfall, 'the totals after the edits')
  prove(
    flags === null || isDeepStrictEqual(flags.counts(), new CurrentFlags(fresh).counts()),
    'the flags after the edits',
  )
  return ours
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
  const [fast, exact] = [fastShares(amounts), exactShares(amounts)]
  prove(
    fast.every((share, at) => share === exact[at]),
    'the shares',
  )
}

/** The share of each amount in itself and the one before it; a loop of its own, as a caller would have it. */
function fastShares(amounts: Float64Array): Float64Array {
  const found = new Float64Array(amounts.length)
  for (let at = 0; at < amounts.length; at += 1) {
    const amount = amounts[at] as number
    found[at] = basisPoints(amount, amount + (at === 0 ? 1 : (amounts[at - 1] as number)))
  }
  return found
}

function exactShares(amounts: Float64Array): Float64Array {
  return amounts.map((amount, at) => exactShare(amount, amount + (amounts[at - 1] ?? 1)))
}

function exactShare(part: number, whole: number): number {
  return new Decimal(part).times(10_000).div(whole).toDecimalPlaces(0).toNumber()
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
